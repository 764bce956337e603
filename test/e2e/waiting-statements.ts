// A conversation whose queue holds what moderators meet: repeats, personal data, both languages, reports; written into a data
// folder before the service starts.
import type { ImportedConversation } from '../../server/store/imported-conversation.ts'
import { openStore } from '../../server/store/open.ts'
import { emptySquare } from '../server/store/town-square.ts'

const WAITING = [
  'The square needs more trees and benches in the shade.',
  'Dylai fod bysiau am ddim i bawb dan 18 oed yn y dref.',
  'The square needs more trees, and benches in the shade!',
  'Ring me on 029 2087 2087 if you want the market back.',
  'Close Mill Lane to cars on market days and also move the stalls next to the fountain in the square.',
  'See https://example.org/petition for what we think of the car park.',
  'Cllr Evans should come and look at the state of the toilets.',
  'Mae angen gwell goleuadau stryd ar y ffordd i’r orsaf.',
]

/** Puts the conversation `square` into the folder, with as many statements waiting as wanted; the first are always the same. */
export async function prepareQueue(dataFolder: string, waiting = WAITING.length): Promise<void> {
  const square: ImportedConversation = {
    ...emptySquare,
    id: 'square',
    statements: emptySquare.statements.map((statement) => ({ ...statement, author: null })),
  }
  const store = await openStore(dataFolder)
  await store.importConversation(square)
  for (let number = 0; number < waiting; number++) {
    const text =
      WAITING[number] ?? `Statement number ${number} is about the ${colours[number % colours.length]} gate.`
    await store.participation.addStatement({
      conversation: 'square',
      participant: null,
      tokenHash: `token-hash-${number % 7}`,
      text,
      isWaiting: true,
      mutation: `mutation-${number}`,
      isOnlyRetry: false,
      timeMs: Date.UTC(2026, 2, 4, 9, number),
    })
  }
  for (const reporter of ['one', 'two']) {
    const report = { statement: 1, reason: 'abusive', timeMs: Date.UTC(2026, 2, 4, 12) }
    await store.participation.addReport('square', reporter, report)
  }
  await store.close()
}

const colours = ['red', 'green', 'blue', 'yellow', 'white', 'old', 'new']
