// The picture that goes with a link to a report or a conversation: its topic, its map, and how many took part.
import { markup } from '../markup.ts'
import type { ReportView } from '../view.ts'
import { ACCENT, FONT, INK, PAPER, type Plot, SOFT } from './drawing.ts'
import { mapPlot } from './opinion-map.ts'

const WIDTH = 1200
const HEIGHT = 630
/** Columns of a line of the topic; letters of other scripts count two. */
const COLUMNS = 24
const MOST_LINES = 6

/** The picture of a report as SVG, 1200 × 630. */
export function sharingPicture(view: ReportView): string {
  const { facts, words } = view
  const { say } = words
  const { voters, votes } = facts.people
  const lines = [
    say('people', { count: voters }),
    say('votes', { count: votes }),
    ...(facts.groups.length === 0 ? [] : [say('groups', { count: facts.groups.length })]),
  ]
  return picture(facts.conversation.topic, lines, mapPlot(view, { isPlain: true }))
}

/** The same for a conversation whose results are not for everybody: its topic alone. */
export function topicPicture(topic: string): string {
  return picture(topic, [], null)
}

function picture(topic: string, lines: readonly string[], map: Plot | null): string {
  return String(markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/><rect width="14" height="${HEIGHT}" fill="${ACCENT}"/>
    <text x="64" y="84" font-size="26" font-weight="600" fill="${ACCENT}">Folkmoot</text>
    ${linesOf(topic).map((line, index) => markup`<text x="64" y="${150 + index * 52}" font-size="44" font-weight="600" fill="${INK}">${line}</text>`)}
    ${lines.map((line, index) => markup`<text x="64" y="${HEIGHT - 116 + index * 36}" font-size="28" fill="${SOFT}">${line}</text>`)}
    ${map !== null && markup`<svg x="590" y="40" width="590" height="550" viewBox="0 0 ${map.width} ${map.height}">${map.content}</svg>`}</svg>`)
}

/** A topic in lines, broken between words where it has any. */
function linesOf(topic: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of topic.split(/\s+/).flatMap(pieces)) {
    const isJoined = /[\u2e80-\uffef]$/.test(line) && /^[\u2e80-\uffef]/.test(word)
    const longer = line === '' ? word : `${line}${isJoined ? '' : ' '}${word}`
    if (columnsOf(longer) <= COLUMNS) line = longer
    else {
      if (line !== '') lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]} …`]
}

/** Words as they are; what is written without spaces, letter by letter; what is too long, in parts. */
function pieces(word: string): string[] {
  if (/[\u2e80-\uffef]/.test(word)) return [...word]
  return word.match(new RegExp(`.{1,${COLUMNS}}`, 'gu')) ?? []
}

function columnsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e80 ? 2 : 1), 0)
}
