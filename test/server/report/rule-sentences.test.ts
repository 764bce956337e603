// Every number of the rules stands in their sentences, in both languages, so that a change of the code changes the words; and
// the code does what the sentences say.
import { expect, test } from 'vitest'
import { RULES, type Rules, uncertainStatements } from '../../../analysis/index.ts'
import { reportWords } from '../../../server/report/report-words.ts'
import { ruleSentences } from '../../../server/report/rule-sentences.ts'

const facts = {
  smallest: 5,
  people: { voters: 90, votes: 900, grouped: 80, opensAt: 7, medianVotes: 10 },
}
const numbers = Object.entries(RULES).flatMap(([part, names]) =>
  Object.keys(names).map((name) => ({ part: part as keyof Rules, name })),
)

function changed(part: keyof Rules, name: string): Rules {
  const before = RULES[part] as Readonly<Record<string, number>>
  return { ...RULES, [part]: { ...before, [name]: before[name]! * 2 + 1 } }
}

test.each(numbers)('the number $part.$name stands in a sentence of both languages', ({ part, name }) => {
  for (const language of ['en', 'cy'] as const) {
    const words = reportWords(language)
    const before = ruleSentences(RULES, facts, words)
    const after = ruleSentences(changed(part, name), facts, words)
    expect(after.filter((sentence, index) => sentence !== before[index])).toHaveLength(1)
  }
})

test('the settings of the conversation stand in the sentences', () => {
  const words = reportWords('en')
  const text = ruleSentences(RULES, { smallest: 9, people: { ...facts.people, opensAt: 31 } }, words).join(
    ' ',
  )
  expect(text).toContain('shown from 31 people on')
  expect(text).toContain('Nothing is told of fewer than 9 people')
})

test('the sentences are those of the code as it is', () => {
  expect(ruleSentences(RULES, facts, reportWords('en'))).toMatchInlineSnapshot(`
    [
      "Groups are shown from 7 people on.",
      "Somebody is placed in a group once they have voted on 7 statements, or on all where there are fewer. While fewer than 15 are placed, everybody who votes is. Whoever has been placed stays so.",
      "The map shows the two directions in which votes differ most (principal components). A missing vote counts as the average vote on its statement.",
      "From 2 to 6 groups are tried, one more for each 12 people (k-means). A number of groups counts only where each has at least 3 people and 2% of all placed. Of those that count, the smallest is taken whose clarity (mean silhouette) is within 0.02 of the best.",
      "From one map to the next the number of groups changes only when another number has been the best 4 times in a row, or is clearer by more than 0.05.",
      "A share counts as clear when it lies more than 1.2816 standard errors above one half or above the share among the other groups; that is the 90% point of the normal distribution, one-sided.",
      "All groups agree on a statement when more than half of the votes of every single group, and clearly more than half of all votes in groups, agree. At most 5 are listed in each direction, ordered by the product of the groups’ shares.",
      "A group stands for a statement when its share is clearly above one half and clearly above that of the other groups; where there is none, for the one that comes nearest. At most 5 are listed for each group.",
      "How far a statement divides is its distance from the middle of the map. The 5 furthest are described.",
      "People are unsure about a statement when more than 30% of at least 5 votes are passes. At most 5 are listed.",
      "A mark on the map stands for at least 5 people of one group; there are at most 100 marks.",
      "To see how sure the groups are, people were drawn anew 100 times (of at most 3,000 people), and the votes were shuffled 60 times. Groups count as clearer than chance when they stand further apart than the shuffled ones by more than 3 standard deviations.",
      "Percentages are whole numbers; an exact half is rounded to the even neighbour. Each is given with the number of people that it is a share of.",
      "Nothing is told of fewer than 5 people. Where a hidden number could be worked out from the others, one more is hidden.",
      "Where fewer than 5 people outside the groups voted on a statement, their votes are left out of its total.",
    ]
  `)
})

test('people are unsure exactly where the sentence says so', () => {
  const { highShare, enoughVotes, most } = RULES.uncertain
  const votes = 100
  const passes = [highShare * votes, highShare * votes + 1]
  const counts = (all: readonly number[], passed: readonly number[]) => ({
    agrees: Uint32Array.from(all, (count, index) => count - passed[index]!),
    disagrees: new Uint32Array(all.length),
    votes: Uint32Array.from(all),
  })
  const found = uncertainStatements(counts([votes, votes], passes), new Uint8Array(2))
  expect(found.map(({ statement }) => statement)).toEqual([1])
  const few = uncertainStatements(
    counts([enoughVotes - 1, enoughVotes], [enoughVotes - 1, enoughVotes]),
    new Uint8Array(2),
  )
  expect(few.map(({ statement }) => statement)).toEqual([1])
  const many = Array<number>(most + 3).fill(votes)
  expect(uncertainStatements(counts(many, many), new Uint8Array(most + 3))).toHaveLength(most)
})
