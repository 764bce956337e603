import { expect, onTestFinished, test } from 'vitest'
import { LiveConversation } from '../../../server/conversation/live-conversation.ts'
import { similarStatements } from '../../../server/conversation/similar-finder.ts'
import { LEAST_LIKENESS, likeness, trigramsOf } from '../../../server/conversation/similar-statements.ts'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare } from '../store/town-square.ts'

async function conversationOf(texts: readonly string[]) {
  const store = await openStore(temporaryFolder())
  onTestFinished(() => store.close())
  const [, like] = emptySquare.statements
  const statements = texts.map((text, id) => ({ ...like!, id, text }))
  await store.importConversation({ ...emptySquare, statements })
  return (await LiveConversation.load(store, emptySquare.id))!
}

const textsLike = async (conversation: LiveConversation, text: string) =>
  (await similarStatements(conversation, text)).map((found) => found.text)

test('the nearest three are offered, the best first', async () => {
  const conversation = await conversationOf([
    'Parking should be free',
    'Plant hedges and trees on the High Street',
    'Trees along the whole High Street',
    'More trees please, on every street',
    'Plant trees on the High Street',
    'Buses until midnight',
  ])
  const found = await textsLike(conversation, 'Plant trees along the High Street')
  expect(found).toHaveLength(3)
  expect(found[0]).toBe('Plant trees on the High Street')
  expect(found).not.toContain('Buses until midnight')
})

test('nothing is offered where nothing is like it', async () => {
  const conversation = await conversationOf(['Parking should be free of charge for an hour'])
  expect(await textsLike(conversation, 'Free wifi')).toEqual([])
})

test('what is new is offered, and what nobody may vote on any more is not', async () => {
  const conversation = await conversationOf(['Plant trees on the High Street'])
  const known = conversation.statements[0]!
  expect(await textsLike(conversation, 'Trees on the High Street')).toEqual([known.text])
  conversation.takeDecisions([{ ...known, id: 1, text: 'More trees on the High Street' }])
  conversation.takeDecisions([{ ...known, moderation: -1 }])
  expect(await textsLike(conversation, 'Trees on the High Street')).toEqual(['More trees on the High Street'])
})

test('I6: thousands of statements are read in slices, and the same is found as by comparing all', async () => {
  const [things, places] = [
    ['trees', 'benches', 'buses', 'houses', 'parking', 'music', 'markets'],
    [
      'square',
      'station',
      'harbour',
      'school',
      'library',
      'park',
      'mill',
      'hill',
      'bridge',
      'castle',
      'church',
    ],
  ]
  const texts = Array.from({ length: 5_000 }, (_, number) => {
    const [thing, place] = [things[number % things.length]!, places[number % places.length]!]
    return `More ${thing} near the ${place} in street ${number}, please.`
  })
  const conversation = await conversationOf(texts)
  let turns = 0
  let isFound = false
  const count = () => {
    if (isFound) return
    turns++
    setImmediate(count)
  }
  setImmediate(count)
  const draft = 'More music near the castle in street 4711, please.'
  const found = await textsLike(conversation, draft)
  isFound = true
  expect(turns).toBeGreaterThan(2)
  const wanted = trigramsOf(draft)
  const best = texts
    .map((text, place) => ({ text, place, alike: likeness(wanted, trigramsOf(text)) }))
    .filter(({ alike }) => alike >= LEAST_LIKENESS)
    .sort((a, b) => b.alike - a.alike || a.place - b.place)
    .slice(0, 3)
  expect(found).toEqual(best.map(({ text }) => text))
})
