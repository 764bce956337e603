// The built files under /assets/, whose names carry a hash of their content: sent with their type, to be kept for ever.
// They are read once; only what the build made can be asked for, so no path leads anywhere else.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { encoded, type Encoding } from './compressed.ts'

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

export class Assets {
  readonly #folder: string
  readonly #names: ReadonlySet<string>
  readonly #read = new Map<string, Asset>()
  readonly #encoded = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  constructor(folder: string) {
    this.#folder = folder
    this.#names = new Set(existsSync(folder) ? readdirSync(folder) : [])
  }

  /** The asset of this name, or null. */
  find(name: string): Asset | null {
    const type = types[extname(name)]
    if (!this.#names.has(name) || type === undefined) return null
    let asset = this.#read.get(name)
    if (asset === undefined) {
      asset = { body: new Uint8Array(readFileSync(join(this.#folder, name))), type }
      this.#read.set(name, asset)
    }
    return asset
  }

  /** The asset in an encoding, made when it is first asked for and kept. */
  encoded(name: string, { body }: Asset, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const key = `${encoding} ${name}`
    let made = this.#encoded.get(key)
    if (made === undefined) {
      made = encoded(body, encoding, 'best')
      this.#encoded.set(key, made)
    }
    return made
  }
}
