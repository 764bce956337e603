// What `hello` means: which conversation somebody comes to and who they are, and what they are told first.
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { newParticipantToken, tokenHash } from '../conversation/participant-token.ts'
import type { Voter } from '../conversation/voter.ts'
import type { ArrivalMarks } from '../participation/arrival-marks.ts'
import type { Welcome } from '../protocol/down.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { Hello } from '../protocol/up.ts'
import { PROTOCOL_VERSION } from '../protocol/version.ts'

/** Somebody who may come in. */
export type Guest =
  | { readonly conversation: LiveConversation; readonly voter: Voter; readonly token: string }
  /** Whoever only looks on is nobody in particular. */
  | { readonly conversation: LiveConversation; readonly voter: null }

interface Door {
  readonly conversations: Conversations
  readonly arrivals: ArrivalMarks
  allows(origin: string | undefined, conversation: LiveConversation): boolean
}

/** Finds out who has come; the code of the refusal where they may not come in. */
export async function recognise(
  hello: Hello,
  origin: string | undefined,
  { conversations, arrivals, allows }: Door,
): Promise<Guest | ErrorCode> {
  if (hello.protocol !== PROTOCOL_VERSION) return 'unsupported-protocol'
  const conversation = await conversations.open(hello.conversation)
  if (conversation === null) return 'unknown-conversation'
  if (!allows(origin, conversation)) return 'not-allowed'
  if (hello.role !== 'participant') return { conversation, voter: null }
  const identified = hello.identity === undefined ? null : await conversation.identify(hello.identity)
  if (identified !== null && 'refusal' in identified) return identified.refusal
  const token = identified?.token ?? hello.token ?? newParticipantToken()
  const channel = await arrivals.channelOf(conversation.id, hello.arrival)
  return { conversation, voter: await conversation.voter(tokenHash(token), channel), token }
}

/** The first thing that they are told; `epoch` names this run of the service. Whoever comes back with all of their votes is not sent them. */
export function welcome(guest: Guest, { resume }: Hello, epoch: string): Welcome {
  const { conversation } = guest
  const { sequence } = conversation
  const common = { type: 'welcome', conversation: conversation.describe(), epoch, sequence } as const
  if (guest.voter === null) return common
  const { voter, token } = guest
  const holdsVotes = resume?.epoch === epoch && conversation.lastSequenceOf(voter) <= resume.sequence
  return {
    ...common,
    token,
    ...(holdsVotes ? {} : { votes: conversation.votesOf(voter) }),
    ...conversation.standingOf(voter),
  }
}
