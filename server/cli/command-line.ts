// Reads the words after the name of a command: options and at most one thing to work on.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../package-root.ts'
import { WrongUsage } from './failures.ts'

type Kind = 'string' | 'boolean'
type Options<Kinds extends Record<string, Kind>> = {
  readonly [Name in keyof Kinds]?: Kinds[Name] extends 'string' ? string : boolean
}

/** What stands after the name of a command. */
export interface CommandLine<Kinds extends Record<string, Kind>> {
  /** Empty where it may be missing and is. */
  readonly subject: string
  /** The second thing, for commands that take two; undefined where it is missing. */
  readonly second?: string | undefined
  readonly options: Options<Kinds>
}

/**
 * Throws WrongUsage for an unknown option, a missing value, or anything but one subject, which `noun` names and which may
 * be missing only where it is optional.
 */
export function readCommandLine<const Kinds extends Record<string, Kind>>(
  words: readonly string[],
  noun: string,
  kinds: Kinds,
  { isOptional = false, second }: { readonly isOptional?: boolean; readonly second?: string } = {},
): CommandLine<Kinds> {
  let parsed
  try {
    const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]))
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? firstSentence(error.message) : String(error), {
      cause: error,
    })
  }
  const [subject = '', ...rest] = parsed.positionals
  const others = second === undefined ? rest : rest.slice(1)
  if (subject === '' && !isOptional) throw new WrongUsage(`${noun} is missing`)
  if (others.length > 0)
    throw new WrongUsage(`one ${noun} at a time, got ${parsed.positionals.join(' and ')}`)
  return {
    subject,
    second: second === undefined ? undefined : rest[0],
    options: parsed.values as Options<Kinds>,
  } // parseArgs has checked names and types
}

/** A path as the person meant it: npm runs scripts in the project's folder, whatever folder they are called from. */
export function pathFromCaller(path: string): string {
  const isNpmScript = process.env.npm_lifecycle_event === 'folkmoot'
  return resolve((isNpmScript ? process.env.INIT_CWD : undefined) ?? '.', path)
}

/** The data folder: `--data-dir`, else `DATA_DIR`, else `data` in the project. */
export function dataFolder(option: string | undefined): string {
  const given = option ?? process.env.DATA_DIR
  return given ? pathFromCaller(given) : resolve(packageRoot, 'data')
}

function firstSentence(message: string): string {
  return (message.split('. ')[0] ?? message).replace(/\.$/, '')
}
