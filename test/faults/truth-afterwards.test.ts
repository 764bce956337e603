// After a service was killed again and again in the middle of votes and decisions: moderators find every decision that they were
// told of, once and in its order, `folkmoot check` finds nothing wrong, and what a backup brings back says the same (I1, I4).
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkLog } from '../../bench/load/log-check.ts'
import { startServiceProcess } from '../../bench/load/service-process.ts'
import { seededRandom } from '../../bench/synthetic-log.ts'
import type { ActResult, QueueDetail } from '../../server/protocol/moderation.ts'
import { ownRequest } from '../../server/protocol/staff/own-request.ts'
import { DATABASE_NAME, openStore } from '../../server/store/open.ts'
import { runFolkmoot } from '../server/cli/run-folkmoot.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { HALL, hall, HallVoter, newLedger } from './hall.ts'
import { times } from './how-often.ts'

const KILLS = times(4, 50)
const VOTERS = 6
/** Statements that nobody votes on and moderators decide about. */
const DECIDED = 5
const FIRST = hall.statements.length
const base = `/api/staff/conversations/${HALL}/queue`

/** A moderator who decides on and on, and says again after a break what nobody answered. */
class Moderator {
  /** What was answered, by statement: acts in their order. */
  readonly told = new Map<number, { readonly act: number; readonly kind: string }[]>()
  readonly #cookie: string
  #pending: { readonly mutation: string; readonly kind: string; readonly statement: number } | null = null
  #body: Record<string, unknown> = {}
  decisions = 0

  constructor(cookie: string) {
    this.#cookie = cookie
  }

  async ask<T>(port: number, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${port}${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Cookie: this.#cookie,
        [ownRequest.name]: ownRequest.value,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    expect(response.status).toBe(200)
    return (await response.json()) as T
  }

  /** Decides about one statement, or says again what was not answered. */
  async decide(port: number): Promise<void> {
    if (this.#pending === null) {
      const statement = FIRST + (this.decisions % DECIDED)
      const { item } = await this.ask<QueueDetail>(port, `/${statement}`)
      const kind = item.state === 'rejected' ? 'accept' : 'reject'
      this.#pending = { mutation: `mutation-decision-${this.decisions}`, kind, statement }
      this.#body = {
        statements: [{ id: statement, seen: item.seen }],
        ...(kind === 'reject' && { reason: null }),
      }
    }
    const { mutation, kind, statement } = this.#pending
    const { act } = await this.ask<ActResult>(port, '/acts', { mutation, kind, ...this.#body })
    this.told.set(statement, [...(this.told.get(statement) ?? []), { act, kind }])
    this.#pending = null
    this.decisions++
  }

  /** What the service says of the statements. */
  async hears(port: number) {
    const details = Array.from({ length: DECIDED }, (_, index) =>
      this.ask<QueueDetail>(port, `/${FIRST + index}`),
    )
    return (await Promise.all(details)).map(({ item, history }) => ({
      ...{ statement: item.id, state: item.state },
      history: history.map(({ act, kind }) => ({ act, kind })),
    }))
  }
}

test(`I1, I4: killed ${KILLS} times in the middle of votes and decisions, moderation, check and a restored backup say what was acknowledged`, async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  const more = hall.statements
    .slice(0, DECIDED)
    .map((statement) => ({ ...statement, id: FIRST + statement.id }))
  await store.importConversation({ ...hall, statements: [...hall.statements, ...more] })
  await store.close()
  const { name, value } = await signedInCookie(folder, 'http://127.0.0.1', 'moderator')
  const moderator = new Moderator(`${name}=${value}`)
  const random = seededRandom(23)
  const ledger = newLedger()
  const voters = Array.from({ length: VOTERS }, (_, index) => new HallVoter(`voter${index}`, random, ledger))

  for (let kill = 0; kill < KILLS; kill++) {
    const service = await startServiceProcess(folder)
    onTestFinished(() => void service.stop('SIGKILL'))
    await Promise.all(voters.map((voter) => voter.enter(service.port, true)))
    const enough = moderator.decisions + 1 + Math.floor(random() * 8)
    let decidedEnough = () => {}
    const hasDecided = new Promise<void>((resolve) => (decidedEnough = resolve))
    let isOver = false
    const deciding = (async () => {
      while (!isOver) {
        await moderator.decide(service.port)
        if (moderator.decisions === enough) decidedEnough()
      }
    })().catch((error: unknown) => {
      // A request that the kill cuts off is said again after it.
      if (!isOver) throw error
    })
    await Promise.race([hasDecided, deciding])
    isOver = true
    expect(await service.stop('SIGKILL')).toBeNull()
    await deciding
    for (const voter of voters) voter.leave()
  }

  const service = await startServiceProcess(folder)
  onTestFinished(() => void service.stop('SIGKILL'))
  await Promise.all(voters.map((voter) => voter.enter(service.port, false)))
  await ledger.until(() => voters.every(({ pending }) => pending.size === 0))
  await moderator.decide(service.port)
  const heard = await moderator.hears(service.port)
  for (const { statement, state, history } of heard) {
    const told = moderator.told.get(statement) ?? []
    expect(history).toEqual(told)
    expect(state).toBe(told.at(-1)?.kind === 'reject' ? 'rejected' : 'accepted')
  }
  expect(await service.stop()).toBe(0)

  const stored = Math.max(...ledger.acknowledged.values())
  expect(checkLog(join(folder, DATABASE_NAME), ledger.acknowledged)).toMatchObject({
    stored,
    lost: 0,
    duplicated: 0,
  })
  const good = `The vote log of ${HALL}: entries 1 to ${stored.toLocaleString('en-GB')} without a gap`
  const checked = await runFolkmoot(['check'], folder)
  expect(checked).toMatchObject({ code: 0, err: '', out: expect.stringContaining(good) })

  const backup = join(temporaryFolder(), 'afterwards.backup')
  expect(await runFolkmoot(['backup', backup], folder)).toMatchObject({ code: 0 })
  const elsewhere = temporaryFolder()
  expect(await runFolkmoot(['restore', backup], elsewhere)).toMatchObject({ code: 0 })
  expect(await runFolkmoot(['check'], elsewhere)).toMatchObject({
    code: 0,
    out: expect.stringContaining(good),
  })
  expect(checkLog(join(elsewhere, DATABASE_NAME), ledger.acknowledged)).toMatchObject({
    stored,
    lost: 0,
    duplicated: 0,
  })
  const another = await signedInCookie(elsewhere, 'http://127.0.0.1', 'moderator')
  const restored = await startServiceProcess(elsewhere)
  onTestFinished(() => void restored.stop('SIGKILL'))
  expect(await new Moderator(`${another.name}=${another.value}`).hears(restored.port)).toEqual(heard)
  expect(await restored.stop()).toBe(0)
})
