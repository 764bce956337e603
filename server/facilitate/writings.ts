// What staff write of a conversation besides settings: topic, description, the purpose in each language, the questions about
// people. What takes more than a sentence is kept as it was typed, and shown to people once it is whole; until then they read
// what was whole last.
import * as v from 'valibot'
import type { EntryQuestions } from '../protocol/entry-questions.ts'
import { newConversation } from '../protocol/facilitate/conversation.ts'
import {
  purposeDraft,
  questionsDraft,
  type QuestionsDraft,
  readPurpose,
  readQuestion,
} from '../protocol/facilitate/drafts.ts'
import type { Purposes } from '../protocol/purpose.ts'
import type { Language } from '../protocol/values.ts'
import type { StoredConversation } from '../store/store.ts'
import type { en } from './words/en.ts'

export type Written = Pick<StoredConversation, 'topic' | 'description' | 'purpose' | 'questions' | 'drafts'>

interface Writing {
  /** What is said of a value that is not allowed. */
  readonly rule: keyof typeof en
  /** What is written now, whole or not. */
  now(of: Written): unknown
  /** What changes with a new value; undefined where it is not allowed. */
  after(of: Written, value: unknown): Partial<Written> | undefined
}

export const writings = {
  topic: plain('topic', newConversation.entries.topic),
  description: plain('description', newConversation.entries.description),
  'purpose.en': purposeIn('en'),
  'purpose.cy': purposeIn('cy'),
  questions: {
    rule: 'questionsRule',
    now: writtenQuestions,
    after(of, value) {
      const parsed = v.safeParse(questionsDraft, value ?? { when: 'after', questions: [] })
      return parsed.success ? questionsAfter(of, parsed.output) : undefined
    },
  },
} as const satisfies Readonly<Record<string, Writing>>

export type WritingName = keyof typeof writings

export function isWriting(name: string): name is WritingName {
  return Object.hasOwn(writings, name)
}

/** The questions about people, as far as they are written. */
export function writtenQuestions({
  drafts,
  questions,
}: Pick<Written, 'drafts' | 'questions'>): QuestionsDraft {
  const stored = (drafts?.['questions'] ?? questions) as QuestionsDraft | null // checked when they were stored
  return stored ?? { when: 'after', questions: [] }
}

/** Without one of the drafts; null where none is left. */
export function withoutDraft(drafts: Written['drafts'], name: string): Written['drafts'] {
  const left = Object.entries(drafts ?? {}).filter(([each]) => each !== name)
  return left.length === 0 ? null : Object.fromEntries(left)
}

function plain(name: 'topic' | 'description', schema: v.GenericSchema<unknown, string>): Writing {
  return {
    rule: `${name}Rule`,
    now: (of) => of[name],
    after(_, value) {
      const parsed = v.safeParse(schema, value)
      return parsed.success ? { [name]: parsed.output } : undefined
    },
  }
}

function purposeIn(language: Language): Writing {
  const name = `purpose.${language}`
  const without = ({ purpose, drafts }: Written) => {
    const { [language]: _, ...others } = purpose ?? {}
    return { others, drafts: withoutDraft(drafts, name) }
  }
  return {
    rule: 'purposeRule',
    now: ({ purpose, drafts }) => drafts?.[name] ?? (purpose as Purposes | null)?.[language] ?? null, // checked when it was stored
    after(of, value) {
      const { others, drafts } = without(of)
      if (value === null) return { purpose: Object.keys(others).length === 0 ? null : others, drafts }
      const parsed = v.safeParse(purposeDraft, value)
      if (!parsed.success) return undefined
      const read = readPurpose(parsed.output)
      if ('whole' in read) return { purpose: { ...others, [language]: read.whole }, drafts }
      return { drafts: { ...drafts, [name]: parsed.output } }
    },
  }
}

/** Asked is each question that is whole, and of one that is not what was whole last. */
function questionsAfter(of: Written, draft: QuestionsDraft): Partial<Written> {
  const before = (of.questions as EntryQuestions | null)?.questions ?? [] // checked when they were stored
  const read = draft.questions.map((each) => readQuestion(each))
  const asked = read.flatMap(
    (whole, index) => whole ?? before.find(({ id }) => id === draft.questions[index]!.id) ?? [],
  )
  const questions = asked.length === 0 ? null : { when: draft.when, questions: asked }
  const isWhole = !read.includes(null) && (asked.length > 0 || draft.when === 'after')
  const others = withoutDraft(of.drafts, 'questions')
  return { questions, drafts: isWhole ? others : { ...others, questions: draft } }
}
