// Whether the reader has entered an invitation code, where the conversation asks for one.
import { effect, signal } from '@preact/signals'
import { api } from '../../server/protocol/addresses.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import { invitationState } from '../../server/protocol/invitation.ts'
import { ask } from '../connection/ask.ts'
import { conversation } from '../conversation/state.ts'
import { ownToken, remember } from '../participate/own-token.ts'
import { seriesOfChanges } from '../participate/ballot-state.ts'

/** What was typed into the field that the server drew, before this script came. */
const typedBefore = document.querySelector<HTMLInputElement>('#invitation-code')?.value ?? ''

/** Undefined until it is known. */
export const isInvited = signal<boolean | undefined>(undefined)

effect(() => {
  const id = conversation.value?.needsCode ? conversation.value.id : undefined
  // The token comes with the welcome, with which the series begins and each lost connection ends.
  if (id === undefined || seriesOfChanges.value === 0 || isInvited.peek() === true) return
  void ask(api.invitation(id), invitationState, { token: ownToken() }).then((answer) => {
    // A code that was entered meanwhile stands.
    if ('value' in answer && isInvited.peek() !== true) isInvited.value = answer.value.isInvited
  })
})

/** Enters a code; why it was not taken, or null. From then on the device keeps who the reader is. */
export async function enterCode(code: string): Promise<ErrorCode | null> {
  const id = conversation.value?.id
  const token = ownToken()
  if (id === undefined || token === undefined) return 'storage-unavailable'
  const answer = await ask(api.invitation(id), invitationState, { token, body: { code } })
  if ('code' in answer) return answer.code
  remember(id)
  isInvited.value = true
  return null
}

/** The code to begin with: of the address, else what was typed already. */
export function firstCode(): string {
  return codeOfAddress() || typedBefore
}

/** The code that the address of the page brings, as from a letter's QR code; it is taken out of the address. */
export function codeOfAddress(): string {
  const found = new URLSearchParams(location.hash.slice(1)).get('code')
  if (found !== null) history.replaceState(history.state, '', `${location.pathname}${location.search}`)
  return found ?? ''
}
