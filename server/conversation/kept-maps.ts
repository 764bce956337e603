// The newest published maps of a conversation: whoever was given one a moment ago still fetches its components.
import type { PublishedMap } from './published-map.ts'

const MOST = 8

export class KeptMaps {
  readonly #maps: PublishedMap[] = []

  /** The newest; null before the first. */
  get newest(): PublishedMap | null {
    return this.#maps.at(-1) ?? null
  }

  /** A map of the given version while it is still kept. */
  ofVersion(version: number): PublishedMap | null {
    return this.#maps.find((map) => map.version === version) ?? null
  }

  add(map: PublishedMap): void {
    this.#maps.push(map)
    if (this.#maps.length > MOST) this.#maps.shift()
  }
}
