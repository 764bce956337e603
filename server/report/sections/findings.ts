// What the votes say: what all groups agree on, where they differ, and what people are unsure about.
import { RULES } from '../../../analysis/index.ts'
import { type Html } from '../../http/html.ts'
import { markup } from '../markup.ts'
import { percentOf } from '../percent.ts'
import { groupName, type ReportView, statementOf } from '../view.ts'
import { claim, figure, section } from './parts.ts'

/** Share of the draws below which a consensus statement is said to be less sure. */
const STEADY = 0.8

export function agreementSection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const heading = say('agreeHeading')
  if (facts.consensus.length === 0) {
    return section(view, { id: 'agree', heading, note: 'agree' }, markup`<p>${say('agreeNone')}</p>`)
  }
  return section(
    view,
    { id: 'agree', heading, note: 'agree' },
    markup`<p>${say('agreeIntro')}</p>`,
    markup`<ol class="claims">${facts.consensus.map(({ statement: id, direction, stays }) => {
      const statement = statementOf(view, id)!
      const { agrees, disagrees, votes } = statement.all!
      const people = say('people', { count: votes })
      const finding =
        direction === 'agree'
          ? say('agreeFinding', { percent: words.percent(agrees, votes), people })
          : say('disagreeFinding', { percent: words.percent(disagrees, votes), people })
      const steady =
        stays === null || stays >= STEADY ? '' : ` ${say('stays', { percent: words.share(stays) })}`
      return claim(view, statement, finding + steady)
    })}</ol>`,
  )
}

export function differenceSection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const heading = say('differHeading')
  if (facts.divisive.length === 0) {
    return section(view, { id: 'differ', heading, note: 'differ' }, markup`<p>${say('differNone')}</p>`)
  }
  return section(
    view,
    { id: 'differ', heading, note: 'differ' },
    markup`<p>${say('differIntro')}</p>`,
    markup`<ol class="claims">${facts.divisive.map((id) => claim(view, statementOf(view, id)!, differenceFinding(view, id)))}</ol>`,
    figure(view, 'statements', { caption: [say('swarmRead')] }),
    groupDownloads(view),
  )
}

/** The bars of the divisive statements stand above as text; the drawing is for those who want to carry it elsewhere. */
function groupDownloads({ words, files }: ReportView): Html {
  const { say, language } = words
  const title = say('barsTitle')
  const link = (format: 'svg' | 'png') =>
    markup`<a href="${files}/groups.${language}.${format}" download="groups.${format}" aria-label="${say('downloadAs', { name: title, format: format.toUpperCase() })}">${format.toUpperCase()}</a>`
  return markup`<p class="figure-downloads">${title}: ${link('svg')} ${link('png')}</p>`
}

/** Which group agrees most, and which least; empty where fewer than two may be told of. */
function differenceFinding(view: ReportView, id: number): string {
  const told = statementOf(view, id)!.groups.flatMap((votes, index) =>
    votes === null ? [] : [{ index, votes, percent: percentOf(votes.agrees, votes.votes) }],
  )
  const [lowest, highest] = [Math.min, Math.max].map((pick) =>
    told.find(({ percent }) => percent === pick(...told.map((each) => each.percent))),
  )
  if (lowest === undefined || highest === undefined || lowest.percent === highest.percent) return ''
  const { say } = view.words
  return say('differFinding', {
    high: say('percent', { value: highest.percent }),
    highGroup: groupName(view, highest.index),
    low: say('percent', { value: lowest.percent }),
    lowGroup: groupName(view, lowest.index),
  })
}

export function uncertaintySection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const heading = say('unsureHeading')
  if (facts.uncertain.length === 0) {
    const none = say('unsureNone', { percent: words.share(RULES.uncertain.highShare) })
    return section(view, { id: 'unsure', heading, note: 'unsure' }, markup`<p>${none}</p>`)
  }
  return section(
    view,
    { id: 'unsure', heading, note: 'unsure' },
    markup`<p>${say('unsureIntro')}</p>`,
    markup`<ol class="claims">${facts.uncertain.map((id) => {
      const statement = statementOf(view, id)!
      const { agrees, disagrees, votes } = statement.all!
      const passes = votes - agrees - disagrees
      return claim(
        view,
        statement,
        say('unsureFinding', {
          percent: words.percent(passes, votes),
          people: say('people', { count: votes }),
        }),
      )
    })}</ol>`,
  )
}
