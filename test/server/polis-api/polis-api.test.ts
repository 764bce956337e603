// What red-dwarf's loader does, call by call, with what its models ask of every record.
import * as v from 'valibot'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readExport } from '../../../server/polis/read-export.ts'
import { Crowd } from '../../../server/simulate/crowd.ts'
import { writeSimulation } from '../../../server/simulate/write-simulation.ts'
import { publishMap } from '../export/published-conversation.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { testService } from '../test-service.ts'

const id = 'crowd'
const number = v.pipe(v.number(), v.integer(), v.minValue(0))
const statements = v.array(
  v.object({
    txt: v.string(),
    tid: number,
    pid: number,
    created: v.pipe(v.string(), v.digits()),
    is_seed: v.boolean(),
    is_meta: v.boolean(),
    velocity: v.literal(1),
    mod: v.picklist([-1, 0, 1]),
    active: v.boolean(),
    agree_count: v.nullable(number),
    disagree_count: v.nullable(number),
    pass_count: v.nullable(number),
    count: v.nullable(number),
    conversation_id: v.string(),
  }),
)
const votes = v.array(
  v.object({
    pid: number,
    tid: number,
    vote: v.picklist([-1, 0, 1]),
    weight_x_32767: number,
    modified: v.pipe(v.string(), v.digits()),
    conversation_id: v.string(),
  }),
)
const numbers = v.array(v.number())
const math = v.object({
  n: number,
  'n-cmts': number,
  tids: v.array(number),
  pca: v.object({
    center: numbers,
    comps: v.tuple([numbers, numbers]),
    'comment-projection': v.tuple([numbers, numbers]),
    'comment-extremity': numbers,
  }),
  'base-clusters': v.object({
    id: numbers,
    x: numbers,
    y: numbers,
    count: numbers,
    members: v.array(v.array(number)),
  }),
  'group-clusters': v.array(
    v.object({ id: number, center: v.tuple([v.number(), v.number()]), members: v.array(number) }),
  ),
  'group-votes': v.record(
    v.string(),
    v.object({
      id: number,
      'n-members': number,
      votes: v.record(v.string(), v.object({ A: number, D: number, S: number })),
    }),
  ),
  'user-vote-counts': v.record(v.string(), number),
  'mod-out': v.array(number),
  'in-conv': v.array(number),
  math_tick: number,
})

/** `states` are given to the statements in turn. */
async function service(
  people: number,
  settings: Readonly<Record<string, unknown>>,
  states: readonly (-1 | 0 | 1)[] = [1],
) {
  const folder = join(temporaryFolder(), 'crowd')
  await writeSimulation(new Crowd({ people, statements: 24, leanings: 2, seed: 5 }), folder)
  const { conversation: simulated } = readExport(folder, { id })
  const conversation = {
    ...simulated,
    statements: simulated.statements.map((statement, index) => ({
      ...statement,
      moderation: states[index % states.length]!,
    })),
  }
  const running = await testService({
    prepare: async (store) => {
      await store.importConversation({ ...conversation, settings, oldAddresses: ['2demo', 'report/r9abc'] })
      await publishMap(store, id)
    },
  })
  const get = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${running.port}/api/v3/${path}`, init)
  const read = async <S extends v.GenericSchema>(path: string, schema: S) =>
    v.parse(schema, await (await get(path)).json())
  return { conversation, get, read }
}

describe('the Polis API of open data', () => {
  test('gives red-dwarf’s loader every person’s votes and the map that follows from them', async () => {
    const { conversation, read } = await service(60, { openData: true })
    const [report] = await read(
      'reports?report_id=r9abc',
      v.tuple([v.object({ conversation_id: v.string() })]),
    )
    expect(report.conversation_id).toBe(id)
    const about = await read(`conversations?conversation_id=${id}`, v.object({ participant_count: number }))
    expect(about.participant_count).toBe(60)
    const listed = await read(
      `comments?conversation_id=${id}&moderation=true&include_voting_patterns=true`,
      statements,
    )
    expect(listed).toHaveLength(24)
    const map = await read(`math/pca2?conversation_id=${id}`, math)
    const people: v.InferOutput<typeof votes>[] = []
    for (let pid = 0; pid <= map.n; pid++) {
      people.push(await read(`votes?conversation_id=${id}&pid=${pid}`, votes))
    }
    expect(people.at(-1)).toEqual([])
    expect(people.flat()).toHaveLength(conversation.votes.values.length)
    expect(Object.values(map['user-vote-counts'])).toEqual(people.slice(0, -1).map(({ length }) => length))
    const agrees = people.flat().filter(({ tid, vote }) => tid === 0 && vote === -1).length
    expect(listed[0]!.agree_count).toBe(agrees)
    // Placing each person by 4.1 in Polis' signs leads to where their base cluster is.
    const { tids, pca } = map
    const placeOf = new Map(tids.map((tid, place) => [tid, place]))
    const clusters = map['base-clusters']
    for (const [cluster, members] of clusters.members.entries()) {
      if (members.length !== 1) continue
      const own = people[members[0]!]!
      const position = pca.comps.map((component) =>
        own.reduce((sum, { tid, vote }) => {
          const place = placeOf.get(tid)!
          return sum + (vote - pca.center[place]!) * component[place]!
        }, 0),
      )
      const scale = Math.sqrt(tids.length / own.length)
      expect(position[0]! * scale).toBeCloseTo(clusters.x[cluster]!, 9)
      expect(position[1]! * scale).toBeCloseTo(clusters.y[cluster]!, 9)
    }
    const grouped = map['group-clusters'].flatMap(({ members }) => members)
    expect(grouped.toSorted((a, b) => a - b)).toEqual(clusters.id)
    expect(clusters.members.flat()).toHaveLength(map['in-conv'].length)
    // Counts of a group are those of its people.
    for (const { id: group, members } of map['group-clusters']) {
      const own = members.flatMap((cluster) => clusters.members[cluster]!).flatMap((pid) => people[pid]!)
      const { A, D, S } = map['group-votes'][group]!.votes['3']!
      expect([A, D, S]).toEqual([
        own.filter(({ tid, vote }) => tid === 3 && vote === -1).length,
        own.filter(({ tid, vote }) => tid === 3 && vote === 1).length,
        own.filter(({ tid }) => tid === 3).length,
      ])
    }
  })

  test('leaves out what moderators did not accept where Polis’ report page asks for that', async () => {
    const { conversation, read } = await service(60, { openData: true }, [-1, 0, 1])
    const listed = async (more: string) =>
      (await read(`comments?conversation_id=${id}${more}`, statements)).map(({ mod }) => mod)
    const all = conversation.statements.map(({ moderation }) => moderation)
    expect(new Set(all).size).toBe(3)
    expect(await listed('&moderation=true')).toEqual(all)
    expect(await listed('&moderation=true&mod_gt=-1')).toEqual(all.filter((mod) => mod > -1))
    expect(await listed('&moderation=true&mod_gt=0')).toEqual(all.filter((mod) => mod > 0))
    expect(await listed('&moderation=true&mod=-1')).toEqual(all.filter((mod) => mod === -1))
    expect(await listed('')).toEqual(all.filter((mod) => mod > -1))
  })

  test('leads the CSVs of a report to ours, under the id of before too', async () => {
    const { get } = await service(60, { openData: true })
    const answer = await get('reportExport/r9abc/votes.csv')
    expect(answer.url).toContain('/api/conversations/crowd/exports/open-data/votes.csv')
    expect((await answer.text()).split('\r\n')[0]).toBe('timestamp,datetime,comment-id,voter-id,vote')
    expect((await get('math/pca2?conversation_id=2demo')).status).toBe(200)
  })
})

test('the addresses that a conversation and its report had at Polis lead on to it', async () => {
  const { get } = await service(20, {})
  const base = (await get('conversations?conversation_id=crowd')).url.replace(/\/api.*/, '')
  const go = async (path: string) =>
    (await fetch(`${base}${path}`, { redirect: 'manual' })).headers.get('location')
  expect(await go('/2demo?ui_lang=cy')).toBe('/c/crowd?ui_lang=cy')
  expect(await go('/report/r9abc')).toBe('/r/crowd')
  expect((await fetch(`${base}/3unknown`)).status).toBe(404)
})

describe('the Polis API where single votes are not open', () => {
  test('tells of no person and of no fewer than five', async () => {
    const { get, read } = await service(120, {})
    const map = await read(`math/pca2?conversation_id=${id}`, math)
    expect(map['base-clusters'].members.flat()).toEqual([])
    expect(map['base-clusters'].count.every((count) => count >= 5)).toBe(true)
    expect(map['in-conv']).toEqual([])
    expect(map['user-vote-counts']).toEqual({})
    expect(map['group-clusters'].length).toBeGreaterThan(1)
    for (const { votes } of Object.values(map['group-votes'])) {
      for (const { S } of Object.values(votes)) expect(S === 0 || S >= 5).toBe(true)
    }
    expect((await get(`votes?conversation_id=${id}&pid=0`)).status).toBe(403)
    expect((await get('reportExport/rcrowd/votes.csv')).status).toBe(403)
    expect((await get('reportExport/rcrowd/comments.csv')).status).toBe(200)
  })

  test('confirms a map that the reader has, by its tag or by its math_tick', async () => {
    const { get } = await service(60, {})
    const first = await get(`math/pca2?conversation_id=${id}`)
    const { math_tick } = v.parse(math, await first.json())
    const tag = first.headers.get('etag')!
    expect((await get(`math/pca2?conversation_id=${id}`, { headers: { 'If-None-Match': tag } })).status).toBe(
      304,
    )
    const several = { 'If-None-Match': `"old", W/${tag}` }
    expect((await get(`math/pca2?conversation_id=${id}`, { headers: several })).status).toBe(304)
    expect((await get(`math/pca2?conversation_id=${id}&math_tick=${math_tick}`)).status).toBe(304)
    expect((await get(`math/pca2?conversation_id=${id}&math_tick=${math_tick - 1}`)).status).toBe(200)
  })

  test('keeps back what readers may not see yet, and says so', async () => {
    const { get } = await service(60, { resultsVisible: 'when-closed' })
    const answer = await get(`math/pca2?conversation_id=${id}`)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ error: { code: 'results-when-closed' } })
    expect((await get('math/pca2?conversation_id=nowhere')).status).toBe(404)
  })
})
