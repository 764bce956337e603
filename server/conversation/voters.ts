// Who speaks in a conversation: a person is found by the hash of a token, be it their own or one that was lent to somebody
// whom the embedding site has named, and is nobody any more once they were erased.
import { LentTokens } from '../identity/lent-tokens.ts'
import { identityHash, type IdentityRefusal, proveIdentity } from '../identity/prove-identity.ts'
import type { Channel } from '../protocol/channel.ts'
import type { Store } from '../store/store.ts'
import { newParticipantToken, tokenHash } from './participant-token.ts'
import type { ConversationSettings } from './settings.ts'
import type { Voter } from './voter.ts'

export class Voters {
  readonly #store: Store
  readonly #conversation: string
  readonly #lentTokens = new LentTokens()
  /** Hashes of tokens whose holders have entered an invitation code since the conversation was loaded. */
  readonly #invited = new Set<string>()
  /** Participants who were erased while they were connected. */
  readonly #erased = new Set<number>()

  constructor(store: Store, conversation: string) {
    this.#store = store
    this.#conversation = conversation
  }

  /** The voter whose token has this hash, who has come by this way. */
  async find(
    hashOfToken: string,
    channel: Channel,
    { whoVotes }: Pick<ConversationSettings, 'whoVotes'>,
  ): Promise<Voter> {
    const holder = this.#lentTokens.holderOf(hashOfToken, Date.now())
    const tokenHash = holder ?? hashOfToken
    const participant = await this.#store.participant(this.#conversation, tokenHash)
    const isInvited =
      whoVotes === 'codes' && (await this.#store.management.isInvited(this.#conversation, tokenHash))
    return { tokenHash, channel, participant, isIdentified: holder !== null, isInvited }
  }

  /** Lends a token to the person whom the embedding site names; the refusal where it does not prove them. */
  async identify(
    said: string,
    settings: ConversationSettings,
  ): Promise<{ readonly token: string } | { readonly refusal: IdentityRefusal }> {
    const { page } = settings
    const names = page === '' ? [this.#conversation] : [this.#conversation, page]
    const proof = await proveIdentity(said, { rules: settings, names }, Date.now())
    if ('refusal' in proof) return proof
    const token = newParticipantToken()
    const { name, untilMs } = proof
    this.#lentTokens.lend(tokenHash(token), { identityHash: identityHash(this.#conversation, name), untilMs })
    return { token }
  }

  /** The voter as the store knows them; whoever was erased meanwhile begins again as somebody new. */
  speakerOf(voter: Voter): Readonly<Pick<Voter, 'tokenHash' | 'channel' | 'participant'>> {
    if (voter.participant !== null && this.#erased.has(voter.participant)) voter.participant = null
    return { tokenHash: voter.tokenHash, channel: voter.channel, participant: voter.participant }
  }

  /** Whether the voter has entered an invitation code. */
  isInvited({ tokenHash, isInvited }: Voter): boolean {
    return isInvited || this.#invited.has(tokenHash)
  }

  /** The voter has entered an invitation code. */
  letIn({ tokenHash }: Voter): void {
    this.#invited.add(tokenHash)
  }

  /** A participant has been erased. */
  forget(participant: number): void {
    this.#erased.add(participant)
  }
}
