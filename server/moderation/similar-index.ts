// Which statements say nearly the same, among thousands: for each letter trigram the statements that hold it, so that only
// those are compared that share something. The likeness is that of conversation/similar-statements.ts.
import { trigramsOf } from '../conversation/similar-statements.ts'

export interface Likeness {
  readonly id: number
  /** 0 to 1. */
  readonly likeness: number
}

interface Entry {
  readonly text: string
  readonly place: number
}

export class SimilarIndex {
  readonly #entries = new Map<number, Entry>()
  readonly #ids: number[] = []
  readonly #sizes: number[] = []
  readonly #places = new Map<string, number[]>()
  #shared = new Uint16Array(1024)

  /** Takes in a statement, or its new text. */
  put(id: number, text: string): void {
    const known = this.#entries.get(id)
    if (known?.text === text) return
    // What it said before is found no more: its place stays, with the id of nothing.
    if (known !== undefined) this.#ids[known.place] = NOBODY
    const place = this.#ids.length
    const trigrams = trigramsOf(text)
    this.#entries.set(id, { text, place })
    this.#ids.push(id)
    this.#sizes.push(trigrams.size)
    for (const trigram of trigrams) {
      const places = this.#places.get(trigram)
      if (places === undefined) this.#places.set(trigram, [place])
      else places.push(place)
    }
  }

  /** The statements most like a text, best first, ties in the order of their ids; of at least this likeness. */
  nearest(
    text: string,
    { atLeast, most, may = () => true }: { atLeast: number; most: number; may?: (id: number) => boolean },
  ): Likeness[] {
    const trigrams = trigramsOf(text)
    if (this.#shared.length < this.#ids.length) this.#shared = new Uint16Array(2 * this.#ids.length)
    const shared = this.#shared
    const touched: number[] = []
    const lists = Array.from(trigrams, (trigram) => this.#places.get(trigram) ?? [])
    lists.sort((a, b) => a.length - b.length)
    // Of a trigrams, t·a/(2 − t) at least are shared by what is t alike, so that whatever is alike stands in one of the
    // shorter lists too; in the longest, which hold nearly everything, only that is looked for.
    const fewestShared = Math.ceil((atLeast * lists.length) / (2 - atLeast) - ROUNDING)
    const shortLists = lists.length - Math.max(0, fewestShared - 1)
    for (const [rank, places] of lists.entries()) {
      if (rank >= shortLists && touched.length * SEARCH_COST < places.length) {
        for (const place of touched) if (holds(places, place)) shared[place]! += 1
        continue
      }
      for (const place of places) {
        if (shared[place] === 0) {
          if (rank >= shortLists) continue
          touched.push(place)
        }
        shared[place]! += 1
      }
    }
    const found: Likeness[] = []
    for (const place of touched) {
      const likeness = (2 * shared[place]!) / (trigrams.size + this.#sizes[place]!)
      shared[place] = 0
      const id = this.#ids[place]!
      if (likeness >= atLeast && id !== NOBODY && may(id)) found.push({ id, likeness })
    }
    return found.sort((a, b) => b.likeness - a.likeness || a.id - b.id).slice(0, most)
  }
}

const NOBODY = -1
/** More than what is lost by rounding, so that what is just alike enough is not missed. */
const ROUNDING = 1e-9
/** How many steps through a list a search in it costs. */
const SEARCH_COST = 16

/** Whether an ascending list holds the place. */
function holds(places: readonly number[], place: number): boolean {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (places[middle]! < place) low = middle + 1
    else high = middle
  }
  return places[low] === place
}
