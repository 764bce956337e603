// Rows of numbers, written as bytes into one buffer over and over. Files with a row for each vote have tens of millions of
// characters, and as strings these would pile up faster than they are cleared away.

const ROOM = 1 << 15
/** Handed on from so many bytes on, which leaves room for one more cell. */
const ENOUGH = 1 << 14
const [COMMA, MINUS, ZERO] = [44, 45, 48]

export class ByteRows {
  readonly #bytes = Buffer.allocUnsafeSlow(ROOM)
  #end = 0

  /** Whether what was written is enough to be handed on. */
  get isEnough(): boolean {
    return this.#end >= ENOUGH
  }

  /** Adds a short text of ASCII. */
  text(text: string): void {
    this.#end += this.#bytes.write(text, this.#end, 'latin1')
  }

  comma(): void {
    this.#bytes[this.#end++] = COMMA
  }

  /** Adds a number as `String` writes it. */
  number(value: number): void {
    if (!Number.isSafeInteger(value)) return this.text(String(value))
    if (value < 0) this.#bytes[this.#end++] = MINUS
    let rest = Math.abs(value)
    let digits = 1
    for (let power = 10; power <= rest; power *= 10) digits++
    for (let at = this.#end + digits - 1; at >= this.#end; at--) {
      const tens = Math.floor(rest / 10)
      this.#bytes[at] = ZERO + (rest - tens * 10)
      rest = tens
    }
    this.#end += digits
  }

  /** What was written; it stands there only until the next is. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#end)
    this.#end = 0
    return taken
  }
}
