// What the screen shows, fetched again and again: each answer waits until there is something new. It mends itself, and says so
// while it does.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { api } from '../../server/protocol/addresses.ts'
import { stageFrame, type StageFrame } from '../../server/protocol/stage.ts'
import { staffErrorBody } from '../../server/protocol/staff-errors.ts'
import { delayBeforeRetry } from '../connection/backoff.ts'

/** Undefined until the first answer. */
export const frame = signal<StageFrame>()
export const link = signal<'connecting' | 'open' | 'lost'>('connecting')
/** Why the screen may not show the stage, in words; then there is nothing to try again. */
export const refusal = signal<string>()
/** How far the clock of the service is ahead of this computer's. */
export const clockAheadMs = signal(0)

/** Longer than an answer of the service waits. */
const PATIENCE_MS = 35_000
/** Between one answer and the next question, so that nothing can make a storm of it. */
const BREATH_MS = 200

/** The token in the fragment of the address. It goes out of sight, because halls are photographed, and stays in this tab. */
export function takeToken(id: string): string | undefined {
  const key = `folkmoot-screen-${id}`
  const given = location.hash.slice(1)
  try {
    if (given !== '') {
      sessionStorage.setItem(key, given)
      history.replaceState(null, '', location.pathname + location.search)
    }
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return given === '' ? undefined : given // storage is blocked: the fragment stays where it is
  }
}

/** Follows the stage for as long as the page lives. */
export async function followStage(id: string, token: string | undefined): Promise<never> {
  const name = crypto.getRandomValues(new Uint32Array(2)).join('-')
  let failures = 0
  for (;;) {
    const isHeard = await ask(id, token, name)
    failures = isHeard ? 0 : failures + 1
    if (!isHeard) link.value = frame.value === undefined ? 'connecting' : 'lost'
    await pause(isHeard ? BREATH_MS : delayBeforeRetry(failures, Math.random()))
  }
}

/** One question; whether it was answered. */
async function ask(id: string, token: string | undefined, name: string): Promise<boolean> {
  try {
    const after = frame.value?.version ?? -1
    const response = await fetch(`${api.stage(id)}?after=${after}&screen=${name}`, {
      headers: {
        'Accept-Language': document.documentElement.lang,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status === 204) {
      link.value = 'open'
      return true
    }
    const body: unknown = await response.json()
    if (!response.ok) {
      // A link that was taken back may be given again, and a service that restarts comes back: it is asked on, slowly.
      if (response.status === 403) {
        refusal.value = v.parse(staffErrorBody, body).error.message
        frame.value = undefined
      }
      return false
    }
    const next = v.parse(stageFrame, body)
    clockAheadMs.value = next.now - Date.now()
    refusal.value = undefined
    frame.value = next
    link.value = 'open'
    return true
  } catch {
    return false
  }
}

/** Waits; less long when the network is back or the page is looked at again. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
  })
}
