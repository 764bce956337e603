// Reports as they are kept: the words that facilitators added, and published versions, which nobody can change any more.
// Part of `Store`; every method may reject with `StorageUnavailable`. A line of the audit log is stored together with what it tells of.

import type { NewAuditEntry } from './staff-store.ts'

/** One file of a published version. */
export interface ReportFile {
  /** Name within the version, as in `report.json`. */
  readonly name: string
  /** Media type. */
  readonly type: string
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What is known of a published version without reading its files. */
export interface ReportVersion {
  /** 1, 2, 3 … within the conversation. */
  readonly number: number
  readonly publishedAtMs: number
  /** Its numbers cover the vote log up to here … */
  readonly sequence: number
  /** … where its running hash is this. */
  readonly logHash: string
}

export interface NewReportVersion extends ReportVersion {
  readonly files: readonly ReportFile[]
}

/** What a report needs to know of the log beyond its entries. */
export interface LogFacts {
  /** Running hash of the entry of this sequence; that before the first entry for 0. */
  readonly hash: string
  /** Time of that entry; null for 0. */
  readonly untilMs: number | null
  /** Participants with lower numbers than this came with an import. */
  readonly imported: number
}

export interface ReportStore {
  /** What facilitators wrote for the report, as `saveWords` took it; null where they wrote nothing. */
  words(conversation: string): Promise<Readonly<Record<string, unknown>> | null>

  /** Replaces what facilitators wrote; settles after COMMIT, false for an unknown conversation. */
  saveWords(
    conversation: string,
    words: Readonly<Record<string, unknown>>,
    audit?: NewAuditEntry,
  ): Promise<boolean>

  /** Keeps a version for ever; false where a version of this number is there already, or no such conversation. */
  publish(conversation: string, version: NewReportVersion, audit?: NewAuditEntry): Promise<boolean>

  /** Every published version, the first one first. */
  versions(conversation: string): Promise<readonly ReportVersion[]>

  /** A file of a version, or null. */
  file(conversation: string, version: number, name: string): Promise<ReportFile | null>

  /** What is to be known of the log at a sequence. */
  logFacts(conversation: string, sequence: number): Promise<LogFacts>

  /**
   * By which way each participant first took part, by number: its place in `channels`, counted from 1; 0 where that is not known. Of
   * who was erased it is known until the next map is stored, as are their votes.
   */
  channels(conversation: string): Promise<Uint8Array<ArrayBuffer>>

  /** People who voted up to this sequence and erased themselves after it. */
  erasedAfter(conversation: string, sequence: number): Promise<number>
}
