// The script that sites put on their pages to embed a conversation. Its address stays the same for ever, so it is known by
// a tag of its content instead of a name with a hash.
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Script {
  readonly body: string
  /** Value of the ETag header. */
  readonly tag: string
}

export class EmbedScript {
  readonly #path: string
  #script: Script | null = null

  /** `folder` holds `embed.js`, as the build leaves it. */
  constructor(folder: string) {
    this.#path = join(folder, 'embed.js')
  }

  /** The script, read once. */
  read(): Script {
    if (this.#script === null) {
      const body = readFileSync(this.#path, 'utf8')
      this.#script = { body, tag: `"${hash('sha256', body, 'base64url').slice(0, 22)}"` }
    }
    return this.#script
  }
}
