// What `folkmoot analyse` says in words: who took part, what each opinion group stands for, what all agree on.
import { groupLetter, type Analysis } from './analysis-document.ts'

const WIDTH = 110

/** Several lines of plain text, ending in a newline. */
export function analysisSummary({ input, map, grouping, statistics, timing }: Analysis): string {
  const lines = [
    input.topic,
    `${people(map.participants)} cast ${count(map.votes)} votes on ${count(map.statements)} statements. ` +
      `${count(map.grouped)} of them voted on enough to be grouped.`,
  ]
  if (!grouping) lines.push('', 'There are not enough votes yet for opinion groups.')
  const entry = (direction: 'agree' | 'disagree', inFavour: number, votes: number, statement: number) => {
    const share = `${Math.round((100 * inFavour) / votes)}%`.padStart(4)
    return wrapped(`  ${share} ${direction.padEnd(8)}  `, input.texts[statement]!)
  }
  grouping?.sizes.forEach((size, group) => {
    lines.push('', `Group ${groupLetter(group)}, ${people(size)}`)
    for (const { direction, inFavour, votes, statement } of statistics.representative[group] ?? []) {
      lines.push(entry(direction, inFavour, votes, statement))
    }
  })
  if (grouping) {
    lines.push('', 'What people say whatever their group')
    for (const { direction, inFavour, votes, statement } of statistics.consensus) {
      lines.push(entry(direction, inFavour, votes, statement))
    }
    if (statistics.consensus.length === 0) lines.push('  Nothing so far.')
  }
  if (statistics.uncertain.length > 0) {
    lines.push('', 'What many are unsure of')
    for (const { passes, votes, statement } of statistics.uncertain) {
      const share = `${Math.round((100 * passes) / votes)}%`.padStart(4)
      lines.push(wrapped(`  ${share} passed    `, input.texts[statement]!))
    }
  }
  const [across = 0, upwards = 0] = map.explainedVariance
  const seconds = ((timing.loadMs + timing.ingestMs + timing.refreshMs) / 1000).toFixed(2)
  lines.push(
    '',
    `The map shows ${Math.round(100 * (across + upwards))}% of the differences between people ` +
      `(${Math.round(100 * across)}% across, ${Math.round(100 * upwards)}% upwards). Computed in ${seconds} s.`,
    '',
  )
  return lines.join('\n')
}

function people(number: number): string {
  return number === 1 ? '1 person' : `${count(number)} people`
}

function count(number: number): string {
  return number.toLocaleString('en-GB')
}

/** The text after its label, broken at spaces; the lines after the first are indented like it. */
function wrapped(label: string, text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && label.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return label + [...lines, line].join(`\n${' '.repeat(label.length)}`)
}
