// A conversation as its staff see it: all that is set, what follows from it, and what changes of it look like.
import * as v from 'valibot'
import { conversationState, counts } from '../conversation.ts'
import { language, naturalNumber } from '../values.ts'
import { purposeDraft, questionsDraft } from './drafts.ts'

const timeMs = v.nullable(naturalNumber)

/** One line of the list of conversations. */
export const listedConversation = v.strictObject({
  id: v.string(),
  topic: v.string(),
  state: conversationState,
  isSample: v.boolean(),
  createdAtMs: naturalNumber,
  archivedAtMs: timeMs,
  /** When it is deleted for good; null where nobody wants that. */
  deletesAtMs: timeMs,
  believesNames: v.boolean(),
  counts,
})
export type ListedConversation = v.InferOutput<typeof listedConversation>

export const listedConversations = v.strictObject({ conversations: v.array(listedConversation) })

/** Everything that can be set, by name: settings, and the words of the conversation. */
const values = v.record(v.string(), v.unknown())

export const staffConversation = v.strictObject({
  ...listedConversation.entries,
  description: v.string(),
  /** As far as it is written in each language; null where it is not begun. */
  purpose: v.strictObject({ en: v.nullable(purposeDraft), cy: v.nullable(purposeDraft) }),
  /** Languages in which people read a purpose: what is written, or what was whole last. */
  purposeShown: v.array(language),
  /** The questions about people, as far as they are written. */
  questions: questionsDraft,
  /** Which of the questions people are asked, as written or as it was whole last, and which of them somebody has answered. */
  questionsAsked: v.array(v.string()),
  questionsAnswered: v.array(v.string()),
  /** Values of all settings; secrets are empty. */
  settings: values,
  defaults: values,
  /** Names of secrets that are set. */
  secretsSet: v.array(v.string()),
  /** When voting opens and closes by itself, as moments. */
  opensAtMs: timeMs,
  closesAtMs: timeMs,
  invitations: v.strictObject({ made: naturalNumber, used: naturalNumber }),
  /** Whether anybody has voted. */
  hasVotes: v.boolean(),
})
export type StaffConversation = v.InferOutput<typeof staffConversation>

/** Body of `POST /api/staff/conversations`. */
export const newConversation = v.strictObject({
  topic: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
  description: v.pipe(v.string(), v.trim(), v.maxLength(20_000)),
})

/** Body of `POST /api/staff/conversations/:id/copy`. */
export const copyWanted = v.strictObject({ topic: newConversation.entries.topic })

export const madeConversation = v.strictObject({ id: v.string() })

/** Body of `PATCH …/settings`: for each name the new value, and the one that it was changed from on the page; null is the default. */
export const wantedChanges = v.strictObject({
  changes: v.record(v.string(), v.strictObject({ value: v.unknown(), was: v.unknown() })),
})
export type WantedChanges = v.InferOutput<typeof wantedChanges>

/** Detail of `changed-meanwhile`: what is there now, and by whom and when, where that is known. */
export const meanwhile = v.strictObject({
  now: values,
  by: v.nullable(v.string()),
  atMs: timeMs,
})
export type Meanwhile = v.InferOutput<typeof meanwhile>

/** Detail of `setting-not-allowed`: sentences by name. */
export const settingTroubles = v.strictObject({ problems: v.record(v.string(), v.array(v.string())) })

/** News of the topic `settings`: what was changed, by whom; fetch it anew. */
export const settingsNews = v.strictObject({
  names: v.array(v.string()),
  by: v.nullable(v.string()),
  atMs: naturalNumber,
})

/** Body of `POST …/state`. */
export const wantedState = v.strictObject({
  state: conversationState,
  /** Whether to open although something is missing. */
  anyway: v.optional(v.boolean(), false),
})

/** Body of `POST …/archive` and `POST …/deletion`. */
export const isWanted = v.strictObject({ isWanted: v.boolean() })

/** Body of `POST …/invitations`, and of the answer. */
export const wantedInvitations = v.strictObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
})
export const madeInvitations = v.strictObject({ codes: v.array(v.string()) })

/** Body of the answer to `POST …/images`: what to write into a text to show the image. */
export const addedImage = v.strictObject({ markdown: v.string() })

/** Body of the answer to `POST …/theme`: the stylesheet of a theme that is not saved yet, and what is wrong with it. */
export const themePreview = v.strictObject({
  /** Colours by name, for light and dark. */
  light: v.record(v.string(), v.string()),
  dark: v.record(v.string(), v.string()),
  troubles: v.array(v.string()),
})
