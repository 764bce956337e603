// By which way people came to take part: a sentence, and a table where there is more than one.
import type { Html } from '../../http/html.ts'
import type { Way } from '../facts.ts'
import type { ReportWords } from '../report-words.ts'
import type { ReportView } from '../view.ts'
import { countOr, table } from './parts.ts'

/** How people came, as it goes on after their number. */
export function wayName(way: Way, { say }: Pick<ReportWords, 'say'>): string {
  switch (way) {
    case 'here':
      return say('wayHere')
    case 'page':
      return say('wayPage')
    case 'embedded':
      return say('wayEmbedded')
    case 'form':
      return say('wayForm')
    case 'event':
      return say('wayEvent')
    case 'imported':
      return say('wayImported')
    case 'unknown':
      return say('wayUnknown')
  }
}

/** The same where it stands alone. */
export function wayHeading(way: Way, words: Pick<ReportWords, 'say'>): string {
  const name = wayName(way, words)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

export function channelSentence({ facts, words }: ReportView): string {
  const { say } = words
  const [only, ...others] = facts.channels
  if (only === undefined) return ''
  if (others.length === 0) return say('channelOnly', { way: wayName(only.channel, words) })
  const told = facts.channels.flatMap(({ channel, people }) =>
    people === null
      ? []
      : [say('channelItem', { people: say('people', { count: people }), way: wayName(channel, words) })],
  )
  return [
    ...(told.length === 0 ? [] : [say('channelList', { list: told.join('; ') })]),
    ...(told.length === facts.channels.length ? [] : [say('channelHidden', { count: facts.smallest })]),
  ].join(' ')
}

/** Null where there is nothing to tell apart. */
export function channelTable(view: ReportView): Html | null {
  const { facts, words } = view
  const { say } = words
  if (facts.channels.length < 2) return null
  const hasVotes = facts.channels.every(({ votes }) => votes !== undefined)
  return table({
    caption: say('channelsHeading'),
    head: [say('columnWay'), say('columnPeople'), ...(hasVotes ? [say('columnVotes')] : [])],
    rows: facts.channels.map(({ channel, people, votes = null }) => [
      wayHeading(channel, words),
      countOr(view, people),
      ...(hasVotes ? [countOr(view, votes)] : []),
    ]),
  })
}
