// The queue of the moderators with 10,000 statements: how long each action takes over HTTP, from the request to its answer,
// with the service in a process of its own. What a decision does besides (voters told, map made again) runs meanwhile.
//
//   npm run bench -- queue --statements 10000 --rounds 60
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ActResult, QueuePage } from '../server/protocol/moderation.ts'
import { openStore } from '../server/store/open.ts'
import { openStaff } from '../server/staff/staff.ts'
import { cookieName } from '../server/staff/session-cookie.ts'
import { ownRequest } from '../server/protocol/staff/own-request.ts'
import { startServiceProcess } from './load/service-process.ts'

const CONVERSATION = 'queue'
const WORDS = (
  'trees buses market square benches parking library school river bridge lights streets cycle paths shops rents park ' +
  'coed bysiau marchnad meinciau llyfrgell ysgol afon pont goleuadau strydoedd llwybrau siopau'
).split(' ')
/** The target of each action. */
const TARGET_MS = 100

const { values } = parseArgs({
  options: { statements: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '60' } },
})
const statements = Number(values.statements)
const rounds = Number(values.rounds)
if (!(Number.isInteger(statements) && statements >= 200 && Number.isInteger(rounds) && rounds > 0)) {
  throw new RangeError(
    `Expected --statements from 200 and --rounds above 0, got ${statements} and ${rounds}.`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-queue-'))
try {
  process.stdout.write(await run())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run(): Promise<string> {
  const cookie = await prepare()
  const service = await startServiceProcess(folder)
  const base = `http://127.0.0.1:${service.port}/api/staff/conversations/${CONVERSATION}`
  let mutations = 0
  async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${base}${path}`, {
      headers: { Cookie: cookie, [ownRequest.name]: ownRequest.value, 'Content-Type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer // what the service answers
  }
  const decide = (body: Record<string, unknown>) =>
    ask<ActResult>('/queue/acts', { ...body, mutation: `mutation-${++mutations}` })
  let times = new Map<string, number[]>()
  async function timed<Answer>(name: string, run: () => Promise<Answer>): Promise<Answer> {
    const start = performance.now()
    const answer = await run()
    times.set(name, [...(times.get(name) ?? []), performance.now() - start])
    return answer
  }
  async function act(page: QueuePage, round: number): Promise<void> {
    const item = page.items[round % page.items.length]!
    await timed('look at one', () => ask(`/queue/${item.id}`))
    const decided = await timed('decide', () =>
      decide({ kind: 'accept', statements: [{ id: item.id, seen: item.seen }] }),
    )
    await timed('undo', () => decide({ kind: 'undo', act: decided.act }))
    const others = page.items.filter(({ id }) => id !== item.id).slice(0, 49)
    const many = await timed('decide about 49', () =>
      decide({ kind: 'reject', statements: others.map(({ id, seen }) => ({ id, seen })), reason: null }),
    )
    await timed('undo 49', () => decide({ kind: 'undo', act: many.act }))
  }
  async function goRound(round: number): Promise<void> {
    const after = Math.floor((round / rounds) * statements) % statements
    const page = await timed('list a page', () => ask<QueuePage>(`/queue?after=${after}`))
    await timed('search', () =>
      ask(`/queue?search=${WORDS[round % WORDS.length]}+${WORDS[(round + 5) % WORDS.length]}`),
    )
    await timed('search for what is not there', () => ask('/queue?search=zzyzx'))
    await timed('filter', () => ask('/queue?language=cy&similar=yes&seed=no'))
    await act(page, round)
  }
  try {
    const started = performance.now()
    // The first look at a conversation checks all its statements, while the queue is shown and worked through already.
    await ask('/queue')
    const firstMs = performance.now() - started
    const isChecked = async () => (await ask<QueuePage>('/queue?order=newest')).items[0]?.language !== null
    let round = 0
    while (!(await isChecked())) await goRound(round++)
    const checkedMs = performance.now() - started
    const during = [...times].map(([name, taken]) => line(name, taken))
    times = new Map()
    for (let next = 0; next < rounds; next++) await goRound(next)
    return [
      `${statements} statements waiting; ${cpus().length} cores of ${cpus()[0]?.model}, Node ${process.version}`,
      `  first look ${firstMs.toFixed(0)} ms; while all statements are checked, for ${(checkedMs / 1000).toFixed(1)} s, ${round} rounds:`,
      ...during,
      `  afterwards, ${rounds} rounds:`,
      ...[...times].map(([name, taken]) => line(name, taken)),
      '',
    ].join('\n')
  } finally {
    await service.stop()
  }
}

function line(name: string, taken: readonly number[]): string {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  const verdict = at(0.95) <= TARGET_MS ? '' : `  over ${TARGET_MS} ms`
  return `  ${name.padEnd(30)} median ${at(0.5).toFixed(1).padStart(6)} ms, p95 ${at(0.95).toFixed(1).padStart(6)} ms${verdict}`
}

/** The conversation, and a moderator who is signed in; the header of the cookie. */
async function prepare(): Promise<string> {
  const store = await openStore(folder)
  try {
    await store.importConversation({
      id: CONVERSATION,
      topic: 'What should become of the town?',
      description: '',
      isOpen: true,
      isSample: false,
      createdAtMs: 0,
      statements: Array.from({ length: statements }, (_, id) => ({
        ...{ id, text: textOf(id), author: null, createdAtMs: id * 1000, moderation: 0 as const },
        ...{ isMeta: false, isSeed: false },
      })),
      votes: {
        participants: new Uint32Array(0),
        statements: new Uint32Array(0),
        values: new Int8Array(0),
        timesMs: new Float64Array(0),
      },
      settings: { strictModeration: true },
    })
    const staff = openStaff(store)
    const made = await staff.store.addAccount(
      {
        ...{ name: 'Moderator', email: 'moderator@example.org', passwordHash: null, codeKey: null },
        ...{ codeStep: 0, recoveryHashes: [], issuer: null, subject: null, createdAtMs: Date.now() },
      },
      [{ role: 'moderator', conversation: null }],
    )
    if ('refusal' in made) throw new Error(`The account was refused: ${made.refusal}.`)
    const token = await staff.sessions.begin({ account: made.account, device: 'bench', isStrong: true })
    return `${cookieName(false)}=${token}`
  } finally {
    await store.close()
  }
}

/** Five words that depend on the number alone, and small words of one of the languages. */
function textOf(id: number): string {
  const word = (place: number) =>
    WORDS[(id * (7 + 2 * place) + place * 3 + Math.floor(id / 29)) % WORDS.length]!
  return id % 3 === 0
    ? `Dylai fod mwy o ${word(0)} a ${word(1)} yn y ${word(2)}, rhif ${id}.`
    : `There should be more ${word(0)} and ${word(1)} by the ${word(2)}, number ${id}.`
}
