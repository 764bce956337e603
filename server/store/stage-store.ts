// What has to be kept of the evening in the hall: what the screen shows, which screens may show it, and the letters by which
// people join. Part of `Store`; every method may reject with `StorageUnavailable`. A line of the audit log is stored together with what
// it tells of.

import type { NewAuditEntry } from './staff-store.ts'

export interface StoredStage {
  /** Grows by one with each change. */
  readonly revision: number
  /** What the hosts have chosen, as the stage writes it. */
  readonly state: Readonly<Record<string, unknown>>
  /** What the hall saw last, JSON; null where it has seen nothing. */
  readonly sight: string | null
}

/** A screen that was given a link. */
export interface StoredScreen {
  /** Number within the conversation, from 1. */
  readonly number: number
  /** What staff call it, such as "left of the stage". */
  readonly name: string
  readonly createdAtMs: number
}

export interface StageStore {
  /** What is kept of the stage of a conversation; null before the first change. */
  stage(conversation: string): Promise<StoredStage | null>

  /**
   * Replaces the choices of the hosts where `revision` is one more than the stored revision, counted from 0; false where
   * it is not, or for an unknown conversation.
   */
  saveStage(
    conversation: string,
    state: Readonly<Record<string, unknown>>,
    revision: number,
    audit?: NewAuditEntry,
  ): Promise<boolean>

  /** Replaces what the hall saw last. */
  saveSight(conversation: string, sight: string): Promise<boolean>

  /** The letters of a conversation; the first call keeps `fresh`. Null where another conversation has these. */
  joinCode(conversation: string, fresh: string): Promise<string | null>

  /** Gives the conversation these letters in the place of its own; false where another has them. */
  renewJoinCode(conversation: string, fresh: string, audit?: NewAuditEntry): Promise<boolean>

  /** Name of the conversation with these letters, or null. */
  conversationOfCode(code: string): Promise<string | null>

  /** Lets a screen in by the token with this hash; its number, which the line tells too, or null for an unknown conversation. */
  addScreen(
    conversation: string,
    screen: Omit<StoredScreen, 'number'> & { readonly tokenHash: string },
    audit?: NewAuditEntry,
  ): Promise<number | null>

  /** Screens that may show the stage, in the order of their numbers. */
  screens(conversation: string): Promise<readonly StoredScreen[]>

  /** Takes the link of a screen back; false when there is no such screen. */
  removeScreen(conversation: string, number: number, audit?: NewAuditEntry): Promise<boolean>

  /** Number of the screen whose token has this hash; null where there is none. */
  screenOf(conversation: string, tokenHash: string): Promise<number | null>
}
