// `folkmoot state ID STATE`: opens, pauses or closes a conversation. A service that is running takes it up by itself.
import * as v from 'valibot'
import { conversationState } from '../protocol/conversation.ts'
import { openStore } from '../store/open.ts'
import { dataFolder, readCommandLine } from './command-line.ts'
import { RefusedInput, WrongUsage } from './failures.ts'

export const stateHelp = `folkmoot state ID [open|paused|closed|upcoming] [--opens DAY] [--data-dir DIR]

Opens, pauses or closes a conversation, or prints its state where none is given. While it is not open nobody can vote or
write, the page says why, and the results stay there to read. A running service follows within two seconds.

  --opens DAY     the day on which an upcoming conversation opens, such as 2026-03-04; it does not open by itself
  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data
`

export async function stateCommand(words: readonly string[]): Promise<void> {
  const kinds = { opens: 'string', 'data-dir': 'string' } as const
  const { subject, second, options } = readCommandLine(words, 'ID', kinds, { second: 'STATE' })
  if (second !== undefined && !v.is(conversationState, second)) {
    throw new WrongUsage(`“${second}” is no state; expected one of ${conversationState.options.join(', ')}`)
  }
  if (options.opens !== undefined && !v.is(v.pipe(v.string(), v.isoDate()), options.opens)) {
    throw new WrongUsage(`--opens is “${options.opens}”, expected a day such as 2026-03-04`)
  }
  if (options.opens !== undefined && second !== 'upcoming') {
    throw new WrongUsage('--opens goes with the state upcoming')
  }
  const store = await openStore(dataFolder(options['data-dir']))
  try {
    if (second !== undefined) {
      const closedAs = second === 'upcoming' || second === 'paused' ? second : null
      const change = { isOpen: second === 'open', closedAs, opensOn: options.opens ?? null }
      await store.participation.changeConversation(subject, change)
    }
    const conversation = await store.conversation(subject)
    if (conversation === null) throw new RefusedInput(`there is no conversation “${subject}”`)
    const { isOpen, closedAs, opensOn } = conversation
    const state = isOpen ? 'open' : (closedAs ?? 'closed')
    process.stdout.write(`${subject} is ${state}${opensOn === null ? '' : `, opens on ${opensOn}`}.\n`)
  } finally {
    await store.close()
  }
}
