import type { PublishedMap } from './published-map.ts'

/** What a live conversation tells those who follow it. */
export interface ConversationEvents {
  /** Votes were committed; the counts may have changed. */
  readonly votes: []
  /** A new map was published. */
  readonly map: [PublishedMap]
  /** Somebody has reported a statement. */
  readonly reports: []
  /** The settings or the words of the conversation have changed. */
  readonly settings: []
  /** A version of the report was published, with its number. */
  readonly version: [number]
}
