// News for the pages of staff. Whoever changes something publishes it here; the sockets of those who follow the topic of the
// conversation carry it on. Without followers nothing happens.
import type { StaffTopic } from '../protocol/staff/socket.ts'

type Hear = (conversation: string, topic: StaffTopic, document: unknown) => void

export class StaffNews {
  readonly #listeners = new Set<Hear>()

  /** Tells everybody who follows the topic; the document goes over the wire as JSON. */
  publish(conversation: string, topic: StaffTopic, document: unknown): void {
    for (const hear of this.#listeners) hear(conversation, topic, document)
  }

  /** Calls the function with all that is published, until the one that is answered is called. */
  listen(hear: Hear): () => void {
    this.#listeners.add(hear)
    return () => void this.#listeners.delete(hear)
  }
}
