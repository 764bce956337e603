// Who took part: how many, when, by which way, how much, and what they said of themselves.
import { type Html, type Piece } from '../../http/html.ts'
import { channelSentence, channelTable } from './channels.ts'
import { markup } from '../markup.ts'
import { periodName } from '../plots/over-time.ts'
import { stepName } from '../plots/per-person.ts'
import type { ReportView } from '../view.ts'
import { countOr, figure, section, table } from './parts.ts'

export function peopleSection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const heading = say('peopleHeading')
  if (facts.people.voters === 0) {
    return section(view, { id: 'people', heading, note: 'people' }, markup`<p>${say('peopleNone')}</p>`)
  }
  return section(
    view,
    { id: 'people', heading, note: 'people' },
    markup`<p>${[span(view), rejected(view), grouped(view), channelSentence(view)].filter((each) => each !== '').join(' ')}</p>`,
    markup`<p>${say('notCensus')}</p>`,
    channelTable(view),
    figure(view, 'time', { caption: [say('timeNote', { zone: zoneOf(view) })], table: timeTable(view) }),
    figure(view, 'people', { table: perPersonTable(view) }),
    answers(view),
  )
}

function span({ facts, words }: ReportView): string {
  const { say } = words
  const people = say('people', { count: facts.people.voters })
  const votes = say('votes', { count: facts.people.votes })
  const from = facts.periods.list[0]?.from
  const to = facts.periods.list.at(-1)?.to
  if (from === undefined || to === undefined)
    return say('summaryPeople', {
      people,
      votes,
      statements: say('statements', { count: facts.moderation.voted }),
    })
  if (from === to) return say('peopleDay', { people, votes, from: words.day(from) })
  return say('peopleSpan', { people, votes, from: words.day(from), to: words.day(to) })
}

function rejected({ facts, words }: ReportView): string {
  const { voted } = facts.moderation
  const count = voted - facts.statements.filter(({ all }) => all === null || all.votes > 0).length
  return count <= 0 ? '' : words.say('peopleRejected', { count })
}

function grouped({ facts, words }: ReportView): string {
  const { grouped: people } = facts.people
  return people === 0 ? '' : words.say('peopleGrouped', { people: words.say('people', { count: people }) })
}

/** The time zone by the name of its place, such as London. */
function zoneOf({ facts }: ReportView): string {
  return (facts.periods.zone ?? 'UTC').split('/').at(-1)!.replaceAll('_', ' ')
}

function timeTable(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  return table({
    caption: say('timeHeading'),
    head: [say('columnTime'), say('columnVotes'), say('columnPeople')],
    rows: facts.periods.list.map((period) => [
      periodName(view, period),
      words.number(period.votes),
      words.number(period.people),
    ]),
  })
}

function perPersonTable({ facts, words }: ReportView): Html {
  const { say } = words
  return table({
    caption: say('perPersonHeading'),
    head: [say('columnVotesCast'), say('columnPeople'), say('columnShare')],
    rows: facts.votesPerPerson.map((step) => [
      stepName(step, words),
      words.number(step.people),
      words.percent(step.people, facts.people.voters),
    ]),
  })
}

function answers(view: ReportView): Piece {
  const { facts, words } = view
  const { say, language } = words
  if (facts.answers.length === 0) return null
  const written = (texts: { readonly en?: string | undefined; readonly cy?: string | undefined }) =>
    (language === 'en' ? (texts.en ?? texts.cy) : (texts.cy ?? texts.en)) ?? ''
  return [
    markup`<h3>${say('answersHeading')}</h3><p>${say('answersNote', { count: facts.smallest })}</p>`,
    ...facts.answers.map(({ question, people }) => {
      const asked = written(question.words)
      if (people.every((count) => count === null)) {
        return markup`<h4>${asked}</h4><p>${say('answersTooFew')}</p>`
      }
      return table({
        caption: asked,
        head: [asked, say('columnPeople'), say('columnShare')],
        rows: people.map((count, option) => [
          question.options[option] === undefined ? say('notSaid') : written(question.options[option].words),
          countOr(view, count),
          count === null ? say('hidden') : words.percent(count, facts.people.voters),
        ]),
      })
    }),
  ]
}
