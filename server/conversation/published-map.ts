// A published opinion map as the server holds it: the wire documents, made once and sent to everyone as they are.

export interface PublishedMap {
  readonly version: number
  /** The map covers the vote log up to here. */
  readonly sequence: number
  readonly publishedAtMs: number
  /** `snapshot` of the protocol, as JSON. */
  readonly snapshot: string
  /** `components` of the protocol, as JSON. */
  readonly components: string
  /** What the presentation must remember, as JSON. */
  readonly presentation: string
}
