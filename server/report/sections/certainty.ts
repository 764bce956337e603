// How sure the findings are: stability of the groups, of their number and of each consensus statement, and the votes behind
// each claim.
import { type Html, type Piece } from '../../http/html.ts'
import { markup } from '../markup.ts'
import { groupName, type ReportView, statementOf } from '../view.ts'
import { section, table } from './parts.ts'

export function certaintySection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const { confidence, groups } = facts
  const heading = say('sureHeading')
  if (confidence === null || groups.length === 0) {
    return section(
      view,
      { id: 'sure', heading },
      markup`<p>${say(groups.length === 0 ? 'sureNone' : 'surePending')}</p>`,
      claims(view),
    )
  }
  const chance = say(confidence.distinct ? 'sureDistinct' : 'sureNotDistinct', {
    count: confidence.asClear,
    shuffles: confidence.shuffles,
  })
  const same = confidence.choices.find(({ k }) => k === confidence.k)?.share ?? 0
  const number = say('sureNumber', { draws: confidence.draws, percent: words.share(same) })
  return section(
    view,
    { id: 'sure', heading },
    markup`<p>${chance} ${number}</p>`,
    markup`<h3>${say('sureGroupsHeading')}</h3>`,
    table({
      caption: say('sureGroupsHeading'),
      head: [say('columnGroup'), say('columnPeople'), say('columnTogether'), say('columnRecovered')],
      rows: groups.map(({ people, together, recovered }, index) => [
        groupName(view, index),
        words.number(people),
        shareOr(view, together),
        shareOr(view, recovered),
      ]),
    }),
    markup`<h3>${say('sureChoicesHeading')}</h3>`,
    table({
      caption: say('sureChoicesHeading'),
      head: [say('columnNumberOfGroups'), say('columnChosen')],
      rows: confidence.choices
        .filter(({ share }) => share > 0)
        .map(({ k, share }) => [k, words.share(share)]),
    }),
    claims(view),
  )
}

function claims(view: ReportView): Piece {
  const rows = claimRows(view)
  if (rows.length === 0) return null
  const { say } = view.words
  return [
    markup`<h3>${say('sureClaimsHeading')}</h3>`,
    table({
      caption: say('sureClaimsHeading'),
      head: [
        say('columnClaim'),
        say('columnNumber'),
        say('columnShareInFavour'),
        say('columnVotes'),
        say('columnStays'),
      ],
      rows,
    }),
  ]
}

function claimRows(view: ReportView): Piece[][] {
  const { facts, words } = view
  const { say } = words
  const link = (id: number) => markup`<a href="#statement-${id}">${id}</a>`
  const consensus = facts.consensus.map(({ statement: id, direction, stays }) => {
    const { agrees, disagrees, votes } = statementOf(view, id)!.all!
    const isAgree = direction === 'agree'
    return [
      say(isAgree ? 'claimConsensusAgree' : 'claimConsensusDisagree'),
      link(id),
      words.percent(isAgree ? agrees : disagrees, votes),
      words.number(votes),
      shareOr(view, stays),
    ]
  })
  const portraits = facts.groups.flatMap(({ representative }, index) =>
    representative.map(({ statement: id, direction }) => {
      const { agrees, disagrees, votes } = statementOf(view, id)!.groups[index]!
      const isAgree = direction === 'agree'
      return [
        say(isAgree ? 'claimGroupAgree' : 'claimGroupDisagree', { group: groupName(view, index) }),
        link(id),
        words.percent(isAgree ? agrees : disagrees, votes),
        words.number(votes),
        '–',
      ]
    }),
  )
  const uncertain = facts.uncertain.map((id) => {
    const { agrees, disagrees, votes } = statementOf(view, id)!.all!
    return [
      say('claimUnsure'),
      link(id),
      words.percent(votes - agrees - disagrees, votes),
      words.number(votes),
      '–',
    ]
  })
  return [...consensus, ...portraits, ...uncertain]
}

function shareOr({ words }: ReportView, share: number | null): string {
  return share === null ? '–' : words.share(share)
}
