// News of staff: one socket for the page, opened when something is first followed, that mends itself. What happened while it
// was away nobody tells afterwards, so whoever follows a topic fetches the present state each time following begins.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { staffDown, type StaffTopic, type StaffUp } from '../../server/protocol/staff/socket.ts'
import { staffErrors } from '../../server/protocol/staff-errors.ts'
import { delayBeforeRetry } from '../connection/backoff.ts'
import { isSignedOut } from './ask-staff.ts'

export interface Follower {
  /** Each time following begins, at first and after a lost connection: time to fetch what is there now. */
  onStart(): void
  /** Something new, as the topic says. */
  onNews(document: unknown): void
}

/** `open` while news come; `lost` while the socket mends itself; `stopped` when nobody is signed in any more. */
export const newsState = signal<'idle' | 'connecting' | 'open' | 'lost' | 'stopped'>('idle')

const QUIET_MS = 25_000
const PATIENCE_MS = 10_000

interface Following extends Follower {
  readonly conversation: string
  readonly topic: StaffTopic
}

const followed = new Set<Following>()
let socket: WebSocket | undefined
let failures = 0
let retryTimer: ReturnType<typeof setTimeout> | undefined
let quietTimer: ReturnType<typeof setTimeout> | undefined

/** Follows a topic of a conversation, until the function that is answered is called. */
export function followNews(conversation: string, topic: StaffTopic, follower: Follower): () => void {
  const following: Following = {
    conversation,
    topic,
    onStart: () => follower.onStart(),
    onNews: (document) => follower.onNews(document),
  }
  followed.add(following)
  if (socket === undefined && retryTimer === undefined) attempt()
  else send({ type: 'follow', conversation, topic })
  return () => {
    followed.delete(following)
    const isWanted = [...followed].some((other) => isAbout(other, conversation, topic))
    if (!isWanted) send({ type: 'unfollow', conversation, topic })
  }
}

function attempt(): void {
  clearTimeout(retryTimer)
  retryTimer = undefined
  newsState.value = failures === 0 ? 'connecting' : 'lost'
  const address = new URL(staffApi.socket(), location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const opened = new WebSocket(address)
  socket = opened
  listenForQuiet(PATIENCE_MS)
  opened.onopen = () => {
    for (const { conversation, topic } of followed) send({ type: 'follow', conversation, topic })
    listenForQuiet(QUIET_MS)
  }
  opened.onmessage = ({ data }) => {
    if (socket !== opened) return
    listenForQuiet(QUIET_MS)
    hear(String(data))
  }
  opened.onclose = ({ code }) => {
    if (socket === opened) lost(code)
  }
}

function hear(data: string): void {
  const parsed = v.safeParse(staffDown, JSON.parse(data))
  if (!parsed.success || parsed.output.type === 'pong') return
  const message = parsed.output
  const meant = [...followed].filter((each) => isAbout(each, message.conversation, message.topic))
  if (message.type === 'following') {
    failures = 0
    newsState.value = 'open'
    isSignedOut.value = false
    for (const each of meant) each.onStart()
  } else if (message.type === 'news') {
    for (const each of meant) each.onNews(message.document)
  }
}

function lost(closeCode: number | undefined): void {
  socket = undefined
  clearTimeout(quietTimer)
  failures += 1
  const isOut = closeCode === staffErrors['sign-in-needed'].closeCode
  newsState.value = isOut ? 'stopped' : 'lost'
  if (isOut) isSignedOut.value = true
  // Somebody who signs in again in another tab finds this page alive.
  retryTimer = setTimeout(attempt, delayBeforeRetry(isOut ? 5 : failures, Math.random()))
}

/** After a quiet time ask "still there?"; without an answer the socket is dead, whatever it says of itself. */
function listenForQuiet(delayMs: number): void {
  clearTimeout(quietTimer)
  quietTimer = setTimeout(() => {
    if (delayMs === QUIET_MS && socket?.readyState === WebSocket.OPEN) {
      send({ type: 'ping' })
      listenForQuiet(PATIENCE_MS)
    } else {
      const dead = socket
      lost(undefined)
      dead?.close()
    }
  }, delayMs)
}

function send(message: StaffUp): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
}

function isAbout(each: Following, conversation: string, topic: string): boolean {
  return each.conversation === conversation && each.topic === topic
}

/** The network is back or the page is looked at again: no need to wait for the timer. */
function hurry(): void {
  if (retryTimer !== undefined && document.visibilityState === 'visible') attempt()
}
addEventListener('online', hurry)
document.addEventListener('visibilitychange', hurry)
