// What the load driver is told on the command line.
import { parseArgs } from 'node:util'

/** What is to be driven. */
export interface LoadOptions {
  readonly sockets: number
  /** Votes that are due in a second. */
  readonly rate: number
  readonly seconds: number
  readonly statements: number
  /** Conversations over which sockets and votes are spread evenly. */
  readonly conversations: number
  /** People who have voted in the first conversation before. */
  readonly people: number
  /** Sockets that read nothing in the second half of the time. */
  readonly slow: number
  readonly seed: number
  /** File for the figures; null for none. */
  readonly json: string | null
  /** Folder for CPU profiles of the service's threads; null for none. */
  readonly profile: string | null
}

/** Reads the command line; throws a RangeError that names what is wrong with it. */
export function readOptions(): LoadOptions {
  const { values } = parseArgs({
    options: {
      sockets: { type: 'string', default: '2000' },
      rate: { type: 'string', default: '5000' },
      seconds: { type: 'string', default: '60' },
      statements: { type: 'string', default: '200' },
      conversations: { type: 'string', default: '1' },
      people: { type: 'string', default: '0' },
      slow: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const number = (name: Exclude<keyof typeof values, 'json' | 'profile'>, least: number) => {
    const value = Number(values[name])
    if (!(Number.isInteger(value) && value >= least))
      throw new RangeError(`Expected --${name} of at least ${least}, got ${values[name]}.`)
    return value
  }
  return {
    sockets: number('sockets', 1),
    rate: number('rate', 1),
    seconds: number('seconds', 1),
    statements: number('statements', 1),
    conversations: number('conversations', 1),
    people: number('people', 0),
    slow: number('slow', 0),
    seed: number('seed', 1),
    json: values.json ?? null,
    profile: values.profile ?? null,
  }
}
