// Votes per person.
import type { VotesPerPerson } from '../facts.ts'
import type { ReportView } from '../view.ts'
import { barChart, chartSize } from './bar-chart.ts'
import type { Plot } from './drawing.ts'

/** How many people cast how many votes; null where there are too few people to tell. */
export function perPersonPlot({ facts, words }: ReportView): Plot | null {
  const { votesPerPerson, people } = facts
  if (votesPerPerson.length < 2) return null
  const bars = votesPerPerson.map((step) => ({ span: 1, value: step.people, label: stepName(step, words) }))
  return {
    name: 'people',
    title: words.say('perPersonHeading'),
    finding: words.say('perPersonFinding', { count: Math.ceil(people.medianVotes) }),
    ...chartSize,
    content: barChart(bars, {
      axis: words.say('columnPeople'),
      number: words.number,
      labels: bars.length,
      gap: 6,
    }),
  }
}

/** A step of the histogram in words. */
export function stepName({ least, most }: VotesPerPerson, words: ReportView['words']): string {
  if (most === null) return words.say('perPersonMore', { least })
  return least === most ? words.number(least) : words.say('perPersonRange', { least, most })
}
