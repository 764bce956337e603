// By which way people took part, as the report tells it.
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { newParticipantToken } from '../../../server/conversation/participant-token.ts'
import { ArrivalMarks } from '../../../server/participation/arrival-marks.ts'
import { channels, type Channel } from '../../../server/protocol/channel.ts'
import { channelFacts } from '../../../server/report/channels.ts'
import { comparisonPage } from '../../../server/report/compare.ts'
import { type ReportFacts, reportFacts } from '../../../server/report/facts.ts'
import { reportWords } from '../../../server/report/report-words.ts'
import { hiddenCells } from '../../../server/report/suppress.ts'
import { openStore } from '../../../server/store/open.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { largeFacts } from './large-facts.ts'

/** So many people by each way, each with two votes. */
function factsOf(people: Partial<Record<Channel | 'unknown', number>>) {
  const ways = Object.entries(people).flatMap(([way, count]) =>
    Array.from({ length: count }, () => channels.indexOf(way as Channel) + 1),
  )
  return channelFacts(
    ways.map(() => 2),
    ways,
    5,
  )
}

test('each way is told with its people and votes; those without a vote count nowhere', () => {
  expect(factsOf({ page: 20, event: 5, unknown: 6 })).toEqual([
    { channel: 'page', people: 20, votes: 40 },
    { channel: 'event', people: 5, votes: 10 },
    { channel: 'unknown', people: 6, votes: 12 },
  ])
  expect(channelFacts([0, 3], [1, 2], 5)).toEqual([{ channel: 'embedded', people: null, votes: null }])
  expect(channelFacts([1, 1, 1, 1, 1], [], 5)).toEqual([{ channel: 'unknown', people: 5, votes: 5 }])
})

test('a way of under five people is hidden, and with it the next smallest, by which it could be worked out', () => {
  const peopleOf = (people: Parameters<typeof factsOf>[0]) => factsOf(people).map(({ people }) => people)
  expect(peopleOf({ page: 20, embedded: 9, form: 1 })).toEqual([20, null, null])
  expect(peopleOf({ page: 20, embedded: 3, form: 2 })).toEqual([20, null, null])
  expect(peopleOf({ page: 20, embedded: 2, form: 2, event: 7 })).toEqual([20, null, null, null])
  expect(peopleOf({ page: 20, form: 4 })).toEqual([null, null])
  expect(hiddenCells([0, 4, 6], 5)).toEqual([false, true, true])
})

const words = reportWords('en')
const version = { number: 1, publishedAtMs: 0, sequence: 1, logHash: '' }
const withChannels = (channels: ReportFacts['channels']): ReportFacts => ({ ...largeFacts(), channels })

test('a comparison tells the ways of both versions, but for one from before they were known', () => {
  const before = withChannels(factsOf({ page: 20, form: 9, event: 2 }))
  const after = withChannels(factsOf({ page: 24, form: 11, event: 6 }))
  const compare = (one: ReportFacts, other: ReportFacts) =>
    comparisonPage({ version, facts: one }, { version: { ...version, number: 2 }, facts: other }, words)
  const html = compare(before, after)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  expect(html).toContain('People who first took part on the conversation’s own page 20 24 +4')
  expect(html).toContain('People who first took part by form, without a script hidden 11 hidden')
  expect(compare(largeFacts(), after)).not.toContain('People who first took part')
})

test(
  'report and its data tell the ways of those whom the newest map counts',
  { timeout: 120_000 },
  async () => {
    const dataFolder = temporaryFolder()
    const service = await testService({ dataFolder, conversations: [emptySquare] })
    const { id } = emptySquare
    const mark = await new ArrivalMarks(service.store).of(id, 'embedded')
    const vote = async (arrival: string | null) => {
      const client = await TestSocket.open(service.port)
      await client.enter(id, { token: newParticipantToken(), ...(arrival !== null && { arrival }) })
      for (const statement of [0, 1]) {
        client.vote(statement, 1, `mutation-${statement}`)
        await client.next('vote-accepted')
      }
      client.socket.close()
    }
    for (let person = 0; person < 8; person++) await vote(mark)
    for (let person = 0; person < 7; person++) await vote(null)
    // The whole log is public once the conversation is closed; as an operator’s command closes it.
    const elsewhere = await openStore(dataFolder)
    await elsewhere.participation.changeConversation(id, { isOpen: false, closedAs: null })
    await elsewhere.close()
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${service.port}${path}`)).text()
    const facts = async () =>
      v.parse(reportFacts, JSON.parse(await get(`/api/conversations/${id}/report`))).channels
    await expect
      .poll(async () => (await service.store.newestSnapshot(id))?.sequence, { timeout: 60_000 })
      .toBe(30)
    expect(await facts()).toEqual([
      { channel: 'page', people: 7, votes: 14 },
      { channel: 'embedded', people: 8, votes: 16 },
    ])
    const english = await get(`/r/${id}?lang=en`)
    expect(english).toContain(
      'By the way in which they first took part: 7 people on the conversation’s own page; 8 people on a page of another site.',
    )
    expect(english).toContain('How people came to take part')
    expect(await get(`/r/${id}?lang=cy`)).toContain('ar dudalen gwefan arall')
  },
)
