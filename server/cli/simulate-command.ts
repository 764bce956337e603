// `folkmoot simulate PATH|URL`: a made-up crowd, as an export or voting in a running service.
import { existsSync } from 'node:fs'
import { Crowd } from '../simulate/crowd.ts'
import { driveCrowd } from '../simulate/drive-crowd.ts'
import { writeSimulation } from '../simulate/write-simulation.ts'
import { pathFromCaller, readCommandLine } from './command-line.ts'
import { RefusedInput, WrongUsage } from './failures.ts'

export const simulateHelp = `folkmoot simulate PATH|URL [--people N] [--statements N] [--leanings N] [--seed N]
                                [--rate N] [--at-once N]

Simulates a crowd, for demonstrations and benches. With a PATH it writes what they vote as an export that
folkmoot import reads. With the URL of a conversation on this machine, such as http://localhost:3000/c/high-street, they take
part in it over real sockets; stop with Ctrl+C.

  --people N      1 to 1,000,000; 300 unless given
  --statements N  1 to 10,000, for an export; 40 unless given
  --leanings N    kinds of people, 1 to 6; 3 unless given
  --seed N        the same seed makes the same people; 1 unless given
  --rate N        votes a second, all together; 20 unless given
  --at-once N     people who are there at the same time; 50 unless given
`

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

export async function simulateCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'PATH or URL', {
    people: 'string',
    statements: 'string',
    leanings: 'string',
    seed: 'string',
    rate: 'string',
    'at-once': 'string',
  })
  const number = (name: keyof typeof options, usual: number, least = 1) => {
    const text = options[name]
    if (text === undefined) return usual
    if (!/^\d{1,10}$/.test(text) || Number(text) < least) {
      throw new WrongUsage(`--${name} is “${text}”, expected a whole number from ${least}`)
    }
    return Number(text)
  }
  let crowd
  try {
    crowd = new Crowd({
      people: number('people', 300),
      statements: number('statements', 40),
      leanings: number('leanings', 3),
      seed: number('seed', 1, 0),
    })
  } catch (error) {
    if (error instanceof RangeError) throw new WrongUsage(error.message.replace(/\.$/, ''), { cause: error })
    throw error
  }
  if (/^https?:\/\//.test(subject)) {
    await drive(crowd, subject, number('rate', 20), number('at-once', 50))
    return
  }
  const folder = pathFromCaller(subject)
  if (existsSync(folder)) throw new RefusedInput(`there already is ${folder}; nothing was written`)
  const votes = await writeSimulation(crowd, folder)
  process.stdout.write(
    `Wrote ${votes.toLocaleString('en-GB')} votes of ${crowd.options.people.toLocaleString('en-GB')} people to ${folder}.\n`,
  )
}

async function drive(crowd: Crowd, address: string, rate: number, atOnce: number): Promise<void> {
  if (!URL.canParse(address)) throw new WrongUsage(`“${address}” is no address`)
  const { protocol, hostname, host, pathname } = new URL(address)
  // A crowd that does not exist must not vote where people do.
  if (!LOOPBACK.test(hostname)) throw new RefusedInput('simulated people vote on this machine only')
  const conversation = /^\/c\/([^/]+)/.exec(pathname)?.[1]
  if (conversation === undefined)
    throw new WrongUsage(`“${address}” is not the address of a page to take part`)
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  try {
    const options = { socket, conversation, rate, atOnce, signal: stopping.signal }
    const { people, votes, refusals } = await driveCrowd(crowd, options).catch((error: unknown) => {
      throw new RefusedInput(error instanceof Error ? error.message : String(error))
    })
    const lines = [
      `${people.toLocaleString('en-GB')} people cast ${votes.toLocaleString('en-GB')} votes.`,
      ...[...refusals].map(([code, times]) => `Refused ${times.toLocaleString('en-GB')} times: ${code}.`),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    process.off('SIGINT', stop)
  }
}
