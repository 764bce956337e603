// The rules of the analysis in sentences, from the numbers that it computes with.
import type { Rules } from '../../analysis/index.ts'
import type { ReportFacts } from './facts.ts'
import type { ReportWords } from './report-words.ts'

/** Every rule by which a report comes about, in the order in which it is applied. */
export function ruleSentences(
  rules: Rules,
  { smallest, people }: Pick<ReportFacts, 'smallest' | 'people'>,
  { say, number, share }: ReportWords,
): string[] {
  const { grouping, drawing, tests, consensus, representative, divisive, uncertain, confidence } = rules
  return [
    say('ruleOpens', { count: people.opensAt }),
    say('ruleIncluded', { votes: grouping.enoughVotes, people: grouping.enoughPeople }),
    say('ruleMap'),
    say('ruleNumber', {
      largest: grouping.largestK,
      step: grouping.peoplePerGroup,
      fewest: grouping.smallestGroup,
      share: share(grouping.smallestShare),
      asGood: exact(grouping.asGood),
    }),
    say('ruleSteady', { wins: grouping.winsToChange, margin: exact(grouping.clearMargin) }),
    say('ruleTest', { confident: exact(tests.confident) }),
    say('ruleConsensus', { most: consensus.most }),
    say('ruleRepresentative', { most: representative.most }),
    say('ruleDivisive', { most: divisive.most }),
    say('ruleUncertain', {
      share: share(uncertain.highShare),
      votes: uncertain.enoughVotes,
      most: uncertain.most,
    }),
    say('ruleMarks', { people: drawing.fewestPeople, marks: drawing.mostBuckets }),
    say('ruleDraws', {
      draws: confidence.draws,
      people: number(confidence.mostPeople),
      shuffles: confidence.shuffles,
      clear: confidence.clear,
    }),
    say('ruleRounding'),
    say('ruleSmallest', { count: smallest }),
    say('ruleOutside', { count: smallest }),
  ]
}

/** Every decimal as it stands in the code. */
function exact(value: number): string {
  return String(value)
}
