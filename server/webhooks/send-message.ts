// One try to tell a webhook something: a signed POST, no redirect followed, nothing read of the answer but its status.
import { createHmac } from 'node:crypto'
import { request as requestPlainly } from 'node:http'
import { request } from 'node:https'
import type { DeliveryFailure } from '../protocol/connections.ts'
import { HostNotPublic, isPrivateLiteral, publicLookup } from './public-hosts.ts'

/** What a try came to; no failure where it has arrived. */
export interface Attempt {
  readonly status: number | null
  readonly failure: DeliveryFailure | null
}

export interface Message {
  readonly url: string
  readonly secret: string
  readonly event: string
  /** Number of the message: the same in every try. */
  readonly id: number
  readonly body: string
}

export interface SendOptions {
  /** Whether plain HTTP and addresses of the own network will do, as on the machine of a developer. */
  readonly allowsLocal: boolean
  readonly patienceMs: number
  readonly nowMs: number
}

/**
 * The signature of a message: HMAC-SHA-256 over the time in seconds, a dot, and the body. Whoever receives it should refuse
 * times that are long ago.
 */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** Whether an address may be a webhook at all; where its name leads is seen when it is told something. */
export function isUsableAddress(text: string, allowsLocal: boolean): boolean {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '') return false
  if (allowsLocal) return url.protocol === 'https:' || url.protocol === 'http:'
  return url.protocol === 'https:' && !isPrivateLiteral(url)
}

/** Tries once; never rejects. */
export function sendMessage(message: Message, options: SendOptions): Promise<Attempt> {
  const { url, secret, event, id, body } = message
  const { allowsLocal, patienceMs, nowMs } = options
  if (!isUsableAddress(url, allowsLocal)) return Promise.resolve({ status: null, failure: 'address-refused' })
  // The parsed address, not its text: people write HTTPS:// too.
  const send = new URL(url).protocol === 'https:' ? request : requestPlainly
  return new Promise((resolve) => {
    const outgoing = send(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(patienceMs),
        ...(!allowsLocal && { lookup: publicLookup() }),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'Folkmoot',
          'Folkmoot-Event': event,
          'Folkmoot-Delivery': String(id),
          'Folkmoot-Signature': signatureOf(secret, Math.floor(nowMs / 1000), body),
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0
        resolve({ status, failure: failureOf(status) })
        // However much there is to read, nobody reads it.
        answer.destroy()
      },
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: null, failure: failureBehind(error) }),
    )
    outgoing.end(body)
  })
}

function failureOf(status: number): DeliveryFailure | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'redirect' : 'status'
}

function failureBehind(error: NodeJS.ErrnoException): DeliveryFailure {
  const { code = '' } = error
  if (error instanceof HostNotPublic) return 'address-refused'
  if (error.name === 'AbortError' || error.name === 'TimeoutError' || code === 'ETIMEDOUT') return 'too-slow'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'not-found'
  return /CERT|SIGNATURE|^ERR_(TLS|SSL)/.test(code) ? 'certificate' : 'no-connection'
}
