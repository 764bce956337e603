// `folkmoot purpose ID FILE.json` and `folkmoot questions ID FILE.json`: documents that belong to a conversation, checked before
// anything is stored. A service that is running takes them up by itself.
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { summariseAnswers } from '../participation/answers.ts'
import { entryQuestions, type EntryQuestions } from '../protocol/entry-questions.ts'
import { purposes } from '../protocol/purpose.ts'
import { openStore } from '../store/open.ts'
import type { Store, StoredConversation } from '../store/store.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'
import { RefusedInput } from './failures.ts'

export const purposeHelp = `folkmoot purpose ID [FILE.json] [--remove] [--data-dir DIR]

Sets what people read above the first statement, or prints it where no file is given.
The file holds one object for each language, en and cy or one of them:

  { "en": { "question": "…", "influence": "consult", "decides": "…", "canChange": "…", "next": "…",
            "dates": [{ "day": "2026-03-04", "what": "…" }], "contact": "…", "background": "…" } }

influence is one of inform, consult, involve, collaborate, empower. dates, contact and background may be left out;
contact and background are markdown.

  --remove        takes the purpose away
  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data
`

export const questionsHelp = `folkmoot questions ID [FILE.json] [--remove] [--data-dir DIR]

Sets up to eight questions about people, or prints how many people gave each answer where no file is given (“-” where
fewer than five would be told of). Everybody may leave a question out, and may say that they prefer not to say.

  { "when": "after", "questions": [{ "id": "age", "words": { "en": "How old are you?", "cy": "…" },
    "options": [{ "id": "under-25", "words": { "en": "Under 25", "cy": "…" } }, …] }] }

when is before (the first vote) or after (some votes).

  --remove        takes the questions away; answers that were given stay
  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data
`

export async function purposeCommand(words: readonly string[]): Promise<void> {
  await withDocument(words, purposes, 'purpose', async (_, { purpose }) => {
    process.stdout.write(`${JSON.stringify(purpose, null, 2)}\n`)
  })
}

export async function questionsCommand(words: readonly string[]): Promise<void> {
  await withDocument(words, entryQuestions, 'questions', async (store, { id, questions }) => {
    const counts = await store.participation.answerCounts(id)
    const known = (questions ?? { questions: [] }) as EntryQuestions // checked when it was stored
    const lines = summariseAnswers(known, counts).questions.flatMap(({ id: question, options }) => [
      question,
      ...options.map(({ id: option, people }) => `  ${String(people ?? '-').padStart(6)}  ${option}`),
    ])
    process.stdout.write([...lines, ''].join('\n'))
  })
}

/** Stores the file's document, or removes it, or prints what there is. */
async function withDocument(
  words: readonly string[],
  schema: v.GenericSchema<unknown, Readonly<Record<string, unknown>>>,
  name: 'purpose' | 'questions',
  print: (store: Store, conversation: StoredConversation) => Promise<void>,
): Promise<void> {
  const kinds = { remove: 'boolean', 'data-dir': 'string' } as const
  const { subject, second, options } = readCommandLine(words, 'ID', kinds, { second: 'FILE' })
  const document = second === undefined ? null : read(second, schema)
  const store = await openStore(dataFolder(options['data-dir']))
  try {
    const conversation = await store.conversation(subject)
    if (conversation === null) throw new RefusedInput(`there is no conversation “${subject}”`)
    if (document !== null || options.remove) {
      await store.participation.changeConversation(subject, {
        [name]: document,
        drafts: withoutDrafts(conversation, name),
      })
      process.stdout.write(`The ${name} of ${subject} ${document === null ? 'was removed' : 'was set'}.\n`)
    } else await print(store, conversation)
  } finally {
    await store.close()
  }
}

/** What staff were writing of it on their page gives way to what the file says. */
function withoutDrafts({ drafts }: StoredConversation, name: string): StoredConversation['drafts'] {
  const left = Object.entries(drafts ?? {}).filter(([each]) => !each.startsWith(name))
  return left.length === 0 ? null : Object.fromEntries(left)
}

function read<Output>(file: string, schema: v.GenericSchema<unknown, Output>): Output {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(pathFromCaller(file), 'utf8'))
  } catch (error) {
    throw new RefusedInput(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const path = v.getDotPath(issue)
  throw new RefusedInput(`${file}: ${path === null ? '' : `${path}: `}${issue.message}; nothing was changed`)
}
