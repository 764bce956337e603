// A connection by WebSocket. What goes down is written as one piece, header and payload together, and a message that goes
// to many is framed once for all of them: the library would write two pieces for each socket, and that was a third of the
// service's work under load.
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Wire } from './wire.ts'

/** A whole text message from the server: final, not masked (RFC 6455, 5.2). */
const FINAL_TEXT = 0x81
const TWO_BYTES_FOLLOW = 126
const EIGHT_BYTES_FOLLOW = 127

/** Messages to many, by payload, as they go over the wire; forgotten with the payload. */
const framedOnce = new WeakMap<Buffer, Buffer>()

export class SocketWire implements Wire {
  readonly #webSocket: WebSocket
  readonly #stream: Duplex
  readonly OPEN: number

  /** `stream` is the connection that the WebSocket was made on; nothing is compressed on it. */
  constructor(webSocket: WebSocket, stream: Duplex) {
    this.#webSocket = webSocket
    this.#stream = stream
    this.OPEN = webSocket.OPEN
  }

  get readyState(): number {
    return this.#webSocket.readyState
  }

  get bufferedAmount(): number {
    return this.#stream.writableLength
  }

  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): void
  on(event: 'pong' | 'close' | 'error', listener: () => void): void
  on(event: string, listener: (...facts: never[]) => void): void {
    // What is answered at once to messages that came together goes out together.
    if (event === 'message') this.#webSocket.on('message', () => this.#collect())
    // Messages come as one Buffer each: the default of its binaryType.
    this.#webSocket.on(event, listener as (...facts: unknown[]) => void)
  }

  send(message: Buffer | string): void {
    this.#stream.write(typeof message === 'string' ? frameText(message) : frameShared(message))
  }

  pause(): void {
    this.#webSocket.pause()
  }

  resume(): void {
    this.#webSocket.resume()
  }

  ping(): void {
    this.#webSocket.ping()
  }

  close(code: number, reason: string): void {
    this.#webSocket.close(code, reason)
  }

  terminate(): void {
    this.#webSocket.terminate()
  }

  /** Holds back what is sent until everything that has just been read is dealt with. */
  #collect(): void {
    if (this.#stream.writableCorked > 0) return
    this.#stream.cork()
    process.nextTick(() => this.#stream.uncork())
  }
}

function frameText(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const frame = Buffer.allocUnsafe(headerLength(length) + length)
  frame.write(text, writeHeader(frame, length))
  return frame
}

function frameShared(payload: Buffer): Buffer {
  let frame = framedOnce.get(payload)
  if (frame === undefined) {
    frame = Buffer.allocUnsafe(headerLength(payload.length) + payload.length)
    payload.copy(frame, writeHeader(frame, payload.length))
    framedOnce.set(payload, frame)
  }
  return frame
}

function headerLength(length: number): number {
  if (length < TWO_BYTES_FOLLOW) return 2
  return length < 2 ** 16 ? 4 : 10
}

/** Writes the header of a message of this length, and returns where its payload begins. */
function writeHeader(frame: Buffer, length: number): number {
  const end = headerLength(length)
  frame[0] = FINAL_TEXT
  if (end === 2) frame[1] = length
  else if (end === 4) {
    frame[1] = TWO_BYTES_FOLLOW
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = EIGHT_BYTES_FOLLOW
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  return end
}
