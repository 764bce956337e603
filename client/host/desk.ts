// What the remote knows and what it can do: the desk as the service last said it, and directions, one at a time.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { stageApi } from '../../server/protocol/addresses.ts'
import {
  stageDeed,
  stageDesk,
  type StageDesk,
  type StageDirection,
  type StageOpening,
} from '../../server/protocol/stage-desk.ts'
import { askStaff, type StaffAnswer } from '../staff/ask-staff.ts'
import { followNews } from '../staff/staff-socket.ts'
import { sayDeed } from './say-deed.ts'
import { say } from './say.ts'

/** Undefined until it has been fetched. */
export const desk = signal<StageDesk>()
/** Why the last press did nothing, in words. */
export const trouble = signal<string>()
/** How far the clock of the service is ahead of this device's. */
export const clockAheadMs = signal(0)

/** The service forgets after a while who looks; asking anew also keeps the counts fresh. */
const ASK_AGAIN_MS = 15_000

type WithoutSeen<T> = T extends unknown ? Omit<T, 'seen'> : never

/** Begins to follow the stage of a conversation. */
export function followStage(id: string): void {
  const fetchDesk = async () => take(await askStaff(stageApi.desk(id), stageDesk))
  followNews(id, 'stage', {
    onStart: () => void fetchDesk(),
    onNews(document) {
      const read = v.safeParse(stageDesk, document)
      if (read.success) adopt(read.output)
    },
  })
  setInterval(() => void fetchDesk(), ASK_AGAIN_MS)
}

/** Changes what the screen shows. */
export function direct(direction: WithoutSeen<StageDirection>): Promise<void> {
  return press('directions', direction)
}

/** Opens or closes something in the hall. */
export function open(opening: WithoutSeen<StageOpening>): Promise<void> {
  return press('openings', opening)
}

async function press(door: 'directions' | 'openings', what: object): Promise<void> {
  const now = desk.value
  if (now === undefined) return
  const body = { ...what, seen: now.revision }
  take(await askStaff(stageApi[door](addressed()), stageDesk, { body }))
}

/** Does something else that is answered with the desk. */
export async function act(
  path: string,
  options: { method?: 'POST' | 'DELETE'; body?: unknown },
): Promise<void> {
  take(await askStaff(path, stageDesk, options))
}

/** Name of the conversation of this page, as its address says it. */
export function addressed(): string {
  return decodeURIComponent(location.pathname.split('/')[2] ?? '')
}

function take(answer: StaffAnswer<StageDesk>): void {
  if ('value' in answer) {
    trouble.value = undefined
    return adopt(answer.value)
  }
  const { code, message, detail } = answer.refusal
  const other = v.safeParse(stageDeed, detail)
  trouble.value =
    code === 'changed-meanwhile' && other.success
      ? say('changedBy', { by: other.output.by, what: sayDeed(other.output) })
      : message
  if (code === 'changed-meanwhile') {
    void askStaff(stageApi.desk(addressed()), stageDesk).then((now) => 'value' in now && adopt(now.value))
  }
}

/** News and answers may overtake each other: what is older than what is known is left alone. */
function adopt(next: StageDesk): void {
  const known = desk.value
  if (known?.conversation === next.conversation && next.version < known.version) return
  clockAheadMs.value = next.now - Date.now()
  desk.value = next
}
