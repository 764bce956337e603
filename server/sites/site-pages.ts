// Conversations for the pages of a site: the first time that a page is shown in a frame, its conversation is made after
// the site's template, with the template's seeds, purpose, questions and settings. The template is the conversation whose setting `site`
// names the site.
import { addressWords } from '../conversation/address-words.ts'
import { hash } from 'node:crypto'
import * as v from 'valibot'
import type { Conversations } from '../conversation/conversations.ts'
import { settingsOf } from '../conversation/settings.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { SharedReading } from '../shared-reading.ts'
import { TokenBucket } from '../socket/token-bucket.ts'
import type { Store, StoredConversation } from '../store/store.ts'
import { isFramedBy } from './framed-by.ts'
import { siteName } from './site-settings.ts'

export type PageOutcome =
  | { readonly id: string }
  | {
      readonly refusal: Extract<ErrorCode, 'unknown-page' | 'page-not-listed' | 'too-many-pages'>
      /** Sites whose pages may show the refusal. */
      readonly hosts: readonly string[]
    }

/** Conversations that may be made in a second, and at once, for all sites together. */
const PER_SECOND = 1
const BURST = 30
const PAGE_LENGTH = 500

export class SitePages {
  readonly #store: Store
  readonly #conversations: Conversations
  /** Anybody may name a page that is not there, and then every conversation is looked at. */
  readonly #all: SharedReading<readonly StoredConversation[]>
  readonly #making = new TokenBucket(PER_SECOND, BURST, performance.now())

  constructor(store: Store, conversations: Conversations) {
    this.#store = store
    this.#all = new SharedReading(() => store.conversations())
    this.#conversations = conversations
  }

  /** The conversation of a page; made when it is not there and the request comes from a page of a listed site. */
  async find(site: string, page: string, headers: Headers): Promise<PageOutcome> {
    if (!v.is(siteName, site) || site === '' || page === '' || page.length > PAGE_LENGTH) {
      return { refusal: 'unknown-page', hosts: [] }
    }
    const id = conversationIdOf(site, page)
    return (await this.#conversations.open(id)) === null ? this.#make(id, site, page, headers) : { id }
  }

  async #make(id: string, site: string, page: string, headers: Headers): Promise<PageOutcome> {
    const stored = await this.#all.read()
    const template = stored.find((each) => settingsOf(each).site === site)
    if (template === undefined) return { refusal: 'unknown-page', hosts: [] }
    const { origins, pagesLimit } = settingsOf(template)
    if (!isFramedBy(headers, origins)) return { refusal: 'page-not-listed', hosts: origins }
    const made = stored.filter((each) => settingsOf(each).page.startsWith(`${site}/`)).length
    if (made >= pagesLimit || this.#making.take(performance.now()) > 0) {
      return { refusal: 'too-many-pages', hosts: origins }
    }
    await this.#copy(template, id, `${site}/${page}`)
    return { id }
  }

  /** Two requests at once make one: the store refuses the second, and what the first made is there. */
  async #copy(template: StoredConversation, id: string, page: string): Promise<void> {
    const { site: _, newPagesAreClosed: __, pagesLimit: ___, ...settings } = template.settings
    const now = Date.now()
    const seeds = (await this.#store.statements(template.id)).filter(
      ({ isSeed, moderation }) => isSeed && moderation >= 0,
    )
    await this.#store.importConversation({
      id,
      topic: template.topic,
      description: template.description,
      isOpen: !settingsOf(template).newPagesAreClosed,
      isSample: false,
      createdAtMs: now,
      settings: { ...settings, page },
      statements: seeds.map(({ text, moderation, isMeta }, index) => ({
        id: index,
        text,
        author: null,
        createdAtMs: now,
        moderation,
        isMeta,
        isSeed: true,
      })),
      votes: {
        participants: new Uint32Array(0),
        statements: new Uint32Array(0),
        values: new Int8Array(0),
        timesMs: new Float64Array(0),
      },
    })
    const { purpose, questions } = template
    const isOpen = !settingsOf(template).newPagesAreClosed
    await this.#store.participation.changeConversation(id, {
      purpose,
      questions,
      ...(isOpen ? {} : { closedAs: 'upcoming' }),
    })
    // Another request may have loaded it in between.
    const stored = await this.#store.conversation(id)
    if (stored !== null) (await this.#conversations.open(id))?.adopt(stored)
  }
}

/** Public name of a page's conversation: readable at the front, unmistakable by the hash at the end. */
export function conversationIdOf(site: string, page: string): string {
  const words = addressWords(page)
  const mark = hash('sha256', `folkmoot page ${site}/${page}`, 'hex').slice(0, 16)
  return words === '' ? mark : `${words}-${mark}`
}
