// Votes over time.
import type { ReportPeriod } from '../facts.ts'
import type { ReportView } from '../view.ts'
import { barChart, chartSize } from './bar-chart.ts'
import type { Plot } from './drawing.ts'

const axisWords = { day: 'timeUnitDay', week: 'timeUnitWeek', month: 'timeUnitMonth' } as const

/** When people voted; null where there is only one stretch of time to tell of. */
export function timePlot({ facts, words }: ReportView): Plot | null {
  const { unit, list } = facts.periods
  if (list.length < 2) return null
  const { say } = words
  const bars = list.map(({ units, votes, from }) => ({
    span: units,
    value: votes / units,
    label: unit === 'month' ? words.month(from) : words.day(from),
  }))
  return {
    name: 'time',
    title: say('timeHeading'),
    finding: timeFinding({ facts, words }),
    ...chartSize,
    content: barChart(bars, { axis: say(axisWords[unit]), number: words.number, labels: 4, gap: 1 }),
  }
}

/** When most votes were cast. */
export function timeFinding({ facts, words }: Pick<ReportView, 'facts' | 'words'>): string {
  const { unit, list } = facts.periods
  const rate = ({ votes, units }: ReportPeriod) => votes / units
  const busiest = list.reduce((most, each) => (rate(each) > rate(most) ? each : most))
  const votes = words.say('votes', { count: busiest.votes })
  if (busiest.units > 1) {
    return words.say('timeFindingStretch', {
      from: words.day(busiest.from),
      to: words.day(busiest.to),
      votes,
    })
  }
  if (unit === 'month') return words.say('timeFindingMonth', { month: words.month(busiest.from), votes })
  const date = words.day(busiest.from)
  return unit === 'week'
    ? words.say('timeFindingWeek', { date, votes })
    : words.say('timeFindingDay', { date, votes })
}

/** A stretch of time in words. */
export function periodName(
  { facts, words }: Pick<ReportView, 'facts' | 'words'>,
  { from, to, units }: ReportPeriod,
): string {
  if (facts.periods.unit === 'month' && units === 1) return words.month(from)
  return from === to ? words.day(from) : words.say('span', { from: words.day(from), to: words.day(to) })
}
