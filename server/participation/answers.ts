// Answers to the entry questions: only those that are offered, and counts that tell of nobody alone.
import {
  FEWEST_IN_A_CELL,
  NOT_SAID,
  type AnswerSummary,
  type EntryQuestions,
} from '../protocol/entry-questions.ts'

/** Whether every answer is one of those offered to its question. */
export function areOffered(
  { questions }: EntryQuestions,
  answers: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(answers).every(([question, answer]) => {
    const options = questions.find(({ id }) => id === question)?.options
    return options !== undefined && (answer === NOT_SAID || options.some(({ id }) => id === answer))
  })
}

/**
 * How many people gave each answer, null where fewer than `smallest` did. Where only one number would be left out it could be
 * worked out from the others, so the next smallest is left out with it.
 */
export function summariseAnswers(
  { questions }: EntryQuestions,
  counts: readonly { readonly question: string; readonly answer: string; readonly people: number }[],
  smallest: number = FEWEST_IN_A_CELL,
): AnswerSummary {
  return {
    questions: questions.map(({ id, options }) => {
      const cells = [...options.map((option) => option.id), NOT_SAID].map((answer) => ({
        id: answer,
        people: counts.find((each) => each.question === id && each.answer === answer)?.people ?? 0,
      }))
      const isSmall = ({ people }: { people: number }) => people > 0 && people < smallest
      const hidden = new Set(cells.filter(isSmall).map((cell) => cell.id))
      if (hidden.size === 1) {
        const next = cells.filter((cell) => !hidden.has(cell.id) && cell.people > 0)
        const smallest = next.sort((a, b) => a.people - b.people)[0]
        if (smallest !== undefined) hidden.add(smallest.id)
      }
      // Nobody at all is told only where nothing is hidden: it would say of whom the hidden ones are.
      return {
        id,
        options: cells.map(({ id: answer, people }) => ({
          id: answer,
          people: hidden.has(answer) || people < smallest ? null : people,
        })),
      }
    }),
  }
}
