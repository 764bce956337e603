// What a session is connected by: as much of a WebSocket as it uses, so that long-polling can take its place.

export interface Wire {
  readonly readyState: number
  readonly OPEN: number
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): unknown
  on(event: 'pong' | 'close' | 'error', listener: () => void): unknown
  /** Sends a text message; one that goes to many is a Buffer, the same for all of them. */
  send(message: Buffer | string): void
  /** Reads nothing until `resume`, where the other side can be made to wait. */
  pause(): void
  resume(): void
  ping(): void
  close(code: number, reason: string): void
  /** Ends the connection without a word; `close` follows. */
  terminate(): void
}
