// What staff do to a conversation as a whole: seed statements, invitation codes, and deleting it for good. Part of `Store`; every
// method may reject with `StorageUnavailable`, and with `RangeError` for an unknown conversation. A line of the audit log is stored
// together with what it tells of.
import type { NewAuditEntry } from './staff-store.ts'

/** What became of a code that somebody entered. */
export type Redemption = 'accepted' | 'used' | 'unknown'

export interface InvitationCounts {
  readonly made: number
  readonly used: number
}

export interface ManagementStore {
  /** Stores accepted statements of staff, marked as seeds, with the next ids in their order, and answers these; settles after COMMIT. */
  addSeeds(
    conversation: string,
    texts: readonly string[],
    timeMs: number,
    audit?: NewAuditEntry,
  ): Promise<readonly number[]>

  /** Stores the hashes of new invitation codes. */
  addInvitations(
    conversation: string,
    codeHashes: readonly string[],
    timeMs: number,
    audit?: NewAuditEntry,
  ): Promise<void>

  /** How many invitation codes there are, and how many have been used. */
  invitationCounts(conversation: string): Promise<InvitationCounts>

  /**
   * Uses an invitation code for the holder of a token: `accepted` for an unused code, and again for the same holder; one
   * code lets in one participant.
   */
  redeem(conversation: string, codeHash: string, tokenHash: string, timeMs: number): Promise<Redemption>

  /** Whether the holder of this token, or of the token with which they first voted, has used a code. */
  isInvited(conversation: string, tokenHash: string): Promise<boolean>

  /**
   * Deletes a conversation with everything that belongs to it, its vote log too, and writes zeros over what it took up in the
   * database. False for an unknown one.
   */
  purge(conversation: string): Promise<boolean>
}
