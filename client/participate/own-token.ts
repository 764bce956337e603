// Who this page takes part as. A token of an earlier visit comes first: the one on the device, else the one that the server wrote
// into the page, which it knows by a cookie or has just made. Both are kept from the first stored vote on; of somebody whom
// another site names nothing is, because others may use the device.
import { api } from '../../server/protocol/addresses.ts'
import { done } from '../../server/protocol/own-data.ts'
import { ask } from '../connection/ask.ts'
import { keepToken, storedToken, watchToken } from '../connection/token-keeper.ts'
import { identity, isDrawnForNamed } from '../embed/frame.ts'
import { boot } from '../page/boot.ts'

/** False for somebody whom another site names. */
export const isKept = identity === undefined

let token: string | undefined
let isInCookie = false

/** The participant's token, once it is known. */
export function ownToken(): string | undefined {
  return token
}

/** Decides who takes part; `unsent` is the token of votes that were left over. */
export function chooseToken(conversation: string, unsent: string | undefined): void {
  const drawnFor = boot.first?.token
  if (isKept) token = storedToken(conversation) ?? unsent ?? drawnFor
  else token = isDrawnForNamed ? drawnFor : undefined
}

/** The server has said which token to use. */
export function useToken(given: string | undefined): void {
  token = given ?? token
}

/**
 * Token of somebody else who has voted in this browser by the form of the page, before its script had come and where no cookie
 * told the server who it was: the same person, who is to be one participant. Undefined where there is nobody else.
 */
export function tokenOfForm(): string | undefined {
  const { first } = boot
  return isKept && first !== null && first.token !== token && first.progress.voted > 0
    ? first.token
    : undefined
}

/** Keeps the token on the device and, so that the server knows it before the script runs, in a cookie. */
export function remember(conversation: string): void {
  if (!isKept || token === undefined) return
  keepToken(conversation, token)
  isInCookie ||= boot.first?.token === token && boot.first.progress.voted > 0
  if (isInCookie || tokenOfForm() !== undefined) return
  isInCookie = true
  void ask(api.remember(conversation), done, { token, body: {} })
}

/** Forgets that the cookie holds another token, which is no longer anybody's. */
export function rememberAnew(conversation: string): void {
  if (!isKept || token === undefined) return
  isInCookie = true
  void ask(api.remember(conversation), done, { token, body: {} })
}

/** Hears of a token that another tab has begun to use, where this page has none of its own votes. */
export function followOtherTabs(conversation: string, onOther: () => void): void {
  if (!isKept) return
  watchToken(conversation, (other) => {
    if (other === token) return
    token = other
    onOther()
  })
}
