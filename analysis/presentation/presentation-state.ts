// What the presentation remembers from one published map to the next, so that people's map stays still. It is no part
// of the canonical result; losing it costs nothing but a change of letters and directions.

/** The memory of the presentation. Immutable. */
export interface PresentationState {
  readonly format: 1
  /** Log sequence of the map that was shown. */
  readonly sequence: number
  /** Number of groups that was shown; 0 when there were none. */
  readonly k: number
  /** True while the facilitator insists on `k`. */
  readonly isPinned: boolean
  /** The k that won last among the groupings, and how many updates in a row it has. */
  readonly winningK: number
  readonly wins: number
  /** Letter shown for each participant, 0 for A to 25 for Z; −1 for participants who were not grouped. */
  readonly letters: Int8Array
  /** The two components as they were shown. */
  readonly components: readonly [Float64Array, Float64Array]
}

/** A presentation state as plain JSON. */
export interface StoredPresentationState extends Omit<PresentationState, 'letters' | 'components'> {
  /** One character for each participant: the letter, or `-` for nobody's. */
  readonly letters: string
  readonly components: readonly [readonly number[], readonly number[]]
}

const CHUNK = 8192

/** Turns a state into an object that survives JSON unchanged. */
export function storePresentationState(state: PresentationState): StoredPresentationState {
  const { letters, components } = state
  const text: string[] = []
  for (let start = 0; start < letters.length; start += CHUNK) {
    const codes = Array.from(letters.subarray(start, start + CHUNK), (letter) =>
      letter < 0 ? 45 : 65 + letter,
    )
    text.push(String.fromCharCode(...codes))
  }
  return {
    ...state,
    letters: text.join(''),
    components: [Array.from(components[0]), Array.from(components[1])],
  }
}

/** Reads a stored state; `undefined` for one of another format, after which the next map starts afresh. */
export function restorePresentationState(stored: StoredPresentationState): PresentationState | undefined {
  if (stored.format !== 1) return undefined
  const { letters, components } = stored
  return {
    ...stored,
    letters: Int8Array.from({ length: letters.length }, (_, participant) => {
      const code = letters.charCodeAt(participant)
      return code >= 65 && code <= 90 ? code - 65 : -1
    }),
    components: [Float64Array.from(components[0]), Float64Array.from(components[1])],
  }
}
