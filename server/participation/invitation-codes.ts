// Invitation codes: twelve signs of an alphabet of 32, 60 random bits, in three groups as on a letter. What is stored is a
// hash, keyed with a secret of this installation; a code is known only to whoever downloaded it or got the letter.
import { createHmac, randomBytes } from 'node:crypto'

/** Without I, O, 0 and 1, which look alike. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 12
const GROUP = 4

/** Codes that can be made at once, and that one conversation may have. */
export const INVITATIONS_AT_ONCE = 10_000
export const INVITATIONS_IN_ALL = 200_000

/** Fresh codes such as `K7QM-XRW2-9HTD`. */
export function newInvitationCodes(count: number): string[] {
  return Array.from({ length: count }, () => {
    const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]!).join('') // 32 divides 256
    return signs.replace(/.{4}(?=.)/g, (group) => `${group.slice(0, GROUP)}-`)
  })
}

/** What is stored of a code; case and whatever stands between its signs make no difference. */
export function invitationHash(code: string, conversation: string, secret: string): string {
  const signs = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return createHmac('sha256', secret)
    .update(`folkmoot invitation ${conversation} ${signs}`)
    .digest('base64url')
}
