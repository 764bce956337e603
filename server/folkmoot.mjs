#!/usr/bin/env node
// The `folkmoot` command: installs and builds what is missing, silently when nothing is, then runs the command line.
import { prepare } from './prepare.mjs'

await prepare()
await import('../dist/server/folkmoot.js')
