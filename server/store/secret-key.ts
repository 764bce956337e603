// What seals the few secrets that have to be read again, such as the keys of one-time codes: AES-256-GCM under a key that is
// kept outside the database, in the environment or in a file beside it, so that whoever gets hold of the database, or
// of a backup, cannot make one-time codes.
//
//   v1.<name of the key>.<nonce, ciphertext and tag, base64url>
//
// There may be several keys: the first seals, all of them open, so that a key can be changed for another.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/** Name of the file within the data folder. */
export const KEY_NAME = 'folkmoot.key'

const VERSION = 'v1'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

interface Key {
  /** Public name, by which it is known what was sealed with it. */
  readonly name: string
  readonly secret: Buffer
}

/** Keys that are no keys; the message names neither. */
export class UnusableKey extends Error {
  override readonly name = 'UnusableKey'
}

export class SecretKey {
  readonly #path: string
  readonly #given: string | null
  #keys: readonly Key[] | null = null

  /** `given` are the keys of the environment; without them the file counts, and is made when a key is first needed. */
  constructor(path: string, given: string | null = null) {
    this.#path = path
    this.#given = given
  }

  /** Throws `UnusableKey` where what stands in the environment or in the file is no key. */
  check(): void {
    this.#read()
  }

  /** Seals a text; it can be opened only together with `about`, such as whose it is. */
  seal(text: string, about: string): string {
    const { name, secret } = this.#sealing()
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(about))
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return `${VERSION}.${name}.${sealed.toString('base64url')}`
  }

  /** What was sealed; null where the key is not there any more, and where it was tampered with. */
  open(sealed: string, about: string): string | null {
    const [version, name, content] = sealed.split('.')
    const key = this.#read().find((each) => each.name === name)
    if (version !== VERSION || content === undefined || key === undefined) return null
    const bytes = Buffer.from(content, 'base64url')
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES))
    try {
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
      return Buffer.concat([text, decipher.final()]).toString('utf8')
    } catch {
      return null // the tag says that somebody has changed it
    }
  }

  /** Whether the key that seals now has sealed this. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${VERSION}.${this.#sealing().name}.`)
  }

  /** A hash of a name that nobody without the key can guess names by. */
  hashOf(name: string): string {
    return createHmac('sha256', this.#sealing().secret).update(name).digest('base64url')
  }

  #sealing(): Key {
    const [first] = this.#read()
    if (first !== undefined) return first
    const fresh = randomBytes(KEY_BYTES).toString('base64url')
    makeFile(this.#path, `${fresh}\n`)
    this.#keys = keysIn(fresh)
    return this.#keys[0]!
  }

  #read(): readonly Key[] {
    return (this.#keys ??= keysIn(this.#given ?? textOf(this.#path)))
  }
}

/** Keys of 32 bytes in base64, with spaces, commas or lines between them. Throws `UnusableKey`. */
export function keysIn(text: string): readonly Key[] {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '')
  return parts.map((part) => {
    const secret = Buffer.from(part, 'base64')
    if (secret.length !== KEY_BYTES || !/^[\w+/-]+=?$/.test(part)) {
      throw new UnusableKey(
        'A secret key must be 32 bytes in base64, as `openssl rand -base64 32` makes them.',
      )
    }
    const name = createHash('sha256').update('name of the key').update(secret).digest('base64url').slice(0, 8)
    return { name, secret }
  })
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/** For its owner alone, and on the disk before anything is sealed with it. */
function makeFile(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
