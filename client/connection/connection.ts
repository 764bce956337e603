// One connection to the service that mends itself, by WebSocket or, where the network blocks those, by HTTP: hello first, a ping when it has been quiet, reconnection with
// growing pauses. It stops for good only when the server says that trying again cannot help.
import * as v from 'valibot'
import { api } from '../../server/protocol/addresses.ts'
import { down, type Down } from '../../server/protocol/down.ts'
import { errors, type ErrorCode } from '../../server/protocol/errors.ts'
import type { Hello, Up } from '../../server/protocol/up.ts'
import { delayBeforeRetry } from './backoff.ts'
import { PollingSocket, type Socket } from './polling-socket.ts'

/** `connecting` until the first welcome, `lost` between a broken connection and the next welcome. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'stopped'

interface Listener {
  /** Asked for at each attempt, because the token and the snapshot held change. */
  hello(): Hello
  onMessage(message: Down): void
  onState(state: ConnectionState, reason: ErrorCode | undefined): void
}

export interface Connection {
  /** Sends a message if the connection is open; false when it is not. */
  send(message: Up): boolean
  /** Says hello anew, over another socket. */
  restart(): void
}

const QUIET_MS = 25_000
const PATIENCE_MS = 10_000
/** Sockets that may fail before another way is tried. */
const FAILURES_OF_BLOCKED = 2

/** Refusals that the same page would meet again: it has to be reloaded or left. */
const final: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unsupported-protocol',
  'unknown-conversation',
  'not-allowed',
  'identity-invalid',
  'identity-expired',
  'identity-for-another',
  'identity-not-listed',
  'identity-unsigned',
])

/** Opens the connection and keeps it open for as long as the page lives. */
export function connect(listener: Listener): Connection {
  let socket: Socket | undefined
  let socketsWork = false
  let isWelcome = false
  let failures = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let quietTimer: ReturnType<typeof setTimeout> | undefined

  function attempt(): void {
    clearTimeout(retryTimer)
    retryTimer = undefined
    // Sockets over which no welcome ever came may be blocked on their way; when the other way fails as well, both have their turns.
    const isBlocked = !socketsWork && failures >= FAILURES_OF_BLOCKED && failures % 2 === 0
    const opened = isBlocked ? new PollingSocket() : openSocket()
    socket = opened
    let reason: ErrorCode | undefined
    let comeBackAfterMs: number | undefined
    listenForQuiet(PATIENCE_MS)
    opened.onopen = () => opened.send(JSON.stringify(listener.hello()))
    opened.onmessage = ({ data }) => {
      if (socket !== opened) return
      listenForQuiet(QUIET_MS)
      const message = decode(data)
      if (!message) return
      if (message.type === 'error') {
        reason = message.code
        comeBackAfterMs = message.retryAfterMs
      }
      if (message.type === 'welcome') {
        failures = 0
        isWelcome = true
        socketsWork ||= !isBlocked
        listener.onState('open', undefined)
      }
      listener.onMessage(message)
    }
    opened.onclose = ({ code }) => {
      if (socket === opened) lost(reason ?? codeOfClose(code), comeBackAfterMs)
    }
  }

  function lost(reason: ErrorCode | undefined, comeBackAfterMs?: number): void {
    socket = undefined
    isWelcome = false
    clearTimeout(quietTimer)
    if (reason && final.has(reason)) return listener.onState('stopped', reason)
    failures += 1
    listener.onState('lost', reason)
    retryTimer = setTimeout(attempt, delayBeforeRetry(failures, Math.random(), comeBackAfterMs))
  }

  /** After a quiet time ask "still there?"; without an answer the socket is dead, whatever it says of itself. */
  function listenForQuiet(delayMs: number): void {
    clearTimeout(quietTimer)
    quietTimer = setTimeout(() => {
      if (isWelcome && delayMs === QUIET_MS) {
        listenForQuiet(PATIENCE_MS)
        send({ type: 'ping' })
      } else {
        abandon()
      }
    }, delayMs)
  }

  function abandon(): void {
    const dead = socket
    lost(undefined)
    dead?.close()
  }

  function send(message: Up): boolean {
    if (!isWelcome || socket?.readyState !== WebSocket.OPEN) return false
    socket.send(JSON.stringify(message))
    return true
  }

  /** The network is back or the page is looked at again: no need to wait for the timer. */
  function hurry(): void {
    if (retryTimer !== undefined && document.visibilityState === 'visible') attempt()
  }
  addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  addEventListener('offline', () => {
    if (socket) abandon()
  })

  function restart(): void {
    const before = socket
    socket = undefined
    isWelcome = false
    before?.close()
    attempt()
  }

  attempt()
  return { send, restart }
}

function openSocket(): Socket {
  const address = new URL(api.socket(), location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(address) as Socket // of its events nothing but their data and code is used
}

/** A frame that does not follow the contract is left alone: the version in `hello` has made sure there is none. */
function decode(data: unknown): Down | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const result = v.safeParse(down, JSON.parse(data))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

function codeOfClose(closeCode: number): ErrorCode | undefined {
  const codes = Object.keys(errors) as ErrorCode[] // Object.keys forgets the keys' type
  return codes.find((code) => errors[code].closeCode === closeCode)
}
