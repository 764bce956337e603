// `npm start`: installs and builds what is missing, then runs the service in this process; flags are the service's own.
import { prepare } from './prepare.mjs'

await prepare()
await import('../dist/server/main.js')
