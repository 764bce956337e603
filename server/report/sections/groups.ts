// The opinion groups: the map, and each group as a portrait in sentences with the statements that it stands for.
import { RULES } from '../../../analysis/index.ts'
import type { VoteCount } from '../facts.ts'
import { type Html, type Piece } from '../../http/html.ts'
import { markup } from '../markup.ts'
import { groupName, type ReportView, statementOf } from '../view.ts'
import { claim, figure, marker, section, table } from './parts.ts'

export function groupsSection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const heading = say('groupsHeading')
  if (facts.groups.length === 0) {
    const { voters, opensAt } = facts.people
    const why = voters < opensAt ? say('mapOpens', { count: opensAt }) : say('summaryNoGroups')
    return section(view, { id: 'groups', heading, note: 'groups' }, markup`<p>${why}</p>`)
  }
  const [first, second] = facts.map.variance
  const isNamed = Object.keys(view.written.groups).length + Object.keys(view.written.axes).length > 0
  return section(
    view,
    { id: 'groups', heading, note: 'groups' },
    markup`<p>${say('groupsIntro')}</p>`,
    facts.confidence?.distinct === false &&
      markup`<p class="report-caution">${say('summaryNotDistinct')}</p>`,
    figure(view, 'map', {
      caption: [
        say('mapRead', { count: RULES.drawing.fewestPeople }),
        say('mapVariance', { first: words.share(first), second: words.share(second) }),
        isNamed ? say('namedByFacilitators') : null,
        arrowList(view),
      ],
      table: groupTable(view),
    }),
    facts.groups.map((_, index) => portrait(view, index)),
  )
}

/** What the numbers at the arrows say. */
function arrowList(view: ReportView): Piece {
  const items = view.facts.map.arrows.flatMap(({ statement }) => {
    const text = statementOf(view, statement)?.text
    return text === undefined ? [] : [{ statement, text }]
  })
  return markup`<span class="arrow-list">${items.map(
    ({ statement, text }) =>
      markup`<span class="arrow-item"><a href="#statement-${statement}">${statement}</a> <span class="written" dir="auto">${text}</span></span>`,
  )}</span>`
}

function groupTable(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  return table({
    caption: say('mapTitle'),
    head: [say('columnGroup'), say('columnPeople'), say('columnShareOfMap'), say('columnStandsFor')],
    rows: facts.groups.map(({ people, representative }, index) => [
      groupName(view, index),
      words.number(people),
      words.percent(people, facts.people.grouped),
      representative.map(({ statement }) => statement).join(', '),
    ]),
  })
}

function portrait(view: ReportView, index: number): Html {
  const { facts, words } = view
  const { say } = words
  const { people, representative, together } = facts.groups[index]!
  const size = say('portraitSize', {
    people: say('people', { count: people }),
    share: words.percent(people, facts.people.grouped),
  })
  const steady = together === null ? '' : say('portraitTogether', { percent: words.share(together) })
  const sentences = [size, ...distinction(view, index), steady].filter((each) => each !== '')
  const list = (direction: 'agree' | 'disagree') => {
    const own = representative.filter((each) => each.direction === direction)
    if (own.length === 0) return null
    return markup`<h4>${say(direction === 'agree' ? 'mostAgree' : 'mostDisagree')}</h4>
      <ol class="claims">${own.map(({ statement }) => claim(view, statementOf(view, statement)!, null))}</ol>`
  }
  return markup`<article class="portrait-of-group" aria-labelledby="group-${index}"><h3 id="group-${index}">${marker(index)} ${groupName(view, index)}</h3>
    <p>${sentences.join(' ')}</p>${list('agree')}${list('disagree')}</article>`
}

/** The statement that sets the group apart most, against the other groups where all of them may be told of. */
function distinction(view: ReportView, index: number): string[] {
  const { facts, words } = view
  const { say } = words
  const [most] = facts.groups[index]!.representative
  const statement = most && statementOf(view, most.statement)
  const own = statement?.groups[index]
  if (most === undefined || statement === undefined || !own) return [say('portraitNothing')]
  const inFavour = (votes: VoteCount) => (most.direction === 'agree' ? votes.agrees : votes.disagrees)
  const first = say(most.direction === 'agree' ? 'portraitAgree' : 'portraitDisagree', {
    number: statement.id,
    percent: words.percent(inFavour(own), own.votes),
    people: say('people', { count: own.votes }),
  })
  const others = statement.groups.filter((_, group) => group !== index)
  if (others.length === 0 || others.some((votes) => votes === null)) return [first]
  const sum = (of: (votes: VoteCount) => number) => others.reduce((total, votes) => total + of(votes!), 0)
  return [
    first,
    say('portraitOthers', {
      percent: words.percent(
        sum(inFavour),
        sum(({ votes }) => votes),
      ),
      people: say('people', { count: sum(({ votes }) => votes) }),
    }),
  ]
}
