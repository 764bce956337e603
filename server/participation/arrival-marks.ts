// Marks by which the service knows again how one of its pages was reached. A mark names a way and a conversation, nobody and no
// site, and is the same for everyone who came so; it is signed, so that no client can claim a way that no page was served by.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Channel } from '../protocol/channel.ts'
import { StorageUnavailable, type Store } from '../store/store.ts'

/** Ways that a page can be marked with. */
export type MarkedChannel = Extract<Channel, 'embedded' | 'event'>

/** How long the way from the letters of a screen to the page may take: who passes its address on passes on no event. */
export const JOINING_MS = 10 * 60_000
const SECRET = 'arrival'
const MARKED: readonly MarkedChannel[] = ['embedded', 'event']

export class ArrivalMarks {
  readonly #store: Pick<Store, 'participation'>
  #secret: Promise<string> | null = null

  constructor(store: Pick<Store, 'participation'>) {
    this.#store = store
  }

  /** The mark that goes into a page of the conversation; null while the store cannot be used. */
  of(conversation: string, channel: MarkedChannel): Promise<string | null> {
    return this.#signed(channel, `page ${conversation} ${channel}`)
  }

  /** The way that a mark proves; the conversation's own page where it proves none. */
  async channelOf(conversation: string, mark: string | undefined): Promise<Channel> {
    const channel = MARKED.find((each) => mark?.startsWith(`${each}.`))
    if (channel === undefined) return 'page'
    return isSame(mark!, await this.of(conversation, channel)) ? channel : 'page'
  }

  /** What the way from the letters of a screen to the page carries; null while the store cannot be used. */
  ofJoining(conversation: string, nowMs: number): Promise<string | null> {
    const time = nowMs.toString(36)
    return this.#signed(time, `join ${conversation} ${time}`)
  }

  /** Whether somebody has just come by the letters of a screen. */
  async hasJoined(conversation: string, mark: string, nowMs: number): Promise<boolean> {
    const [time = ''] = mark.split('.')
    const age = nowMs - parseInt(time, 36)
    if (!(age >= 0 && age <= JOINING_MS)) return false
    return isSame(mark, await this.#signed(time, `join ${conversation} ${time}`))
  }

  /** Nobody is kept from a page or from voting because the way cannot be told at the moment. */
  async #signed(name: string, what: string): Promise<string | null> {
    try {
      return `${name}.${createHmac('sha256', await this.#key())
        .update(what)
        .digest('base64url')
        .slice(0, 22)}`
    } catch (error) {
      if (error instanceof StorageUnavailable) return null
      throw error
    }
  }

  /** Read once; a failure is not kept. */
  #key(): Promise<string> {
    this.#secret ??= this.#store.participation
      .secret(SECRET, randomBytes(32).toString('base64url'))
      .catch((error: unknown) => {
        this.#secret = null
        throw error
      })
    return this.#secret
  }
}

function isSame(one: string, other: string | null): boolean {
  if (other === null) return false
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
