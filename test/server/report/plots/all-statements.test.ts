import { expect, test } from 'vitest'
import { NO_WORDS } from '../../../../server/protocol/report.ts'
import { statementsPlot } from '../../../../server/report/plots/all-statements.ts'
import { asFile } from '../../../../server/report/plots/drawing.ts'
import { reportWords } from '../../../../server/report/report-words.ts'
import { largeFacts } from '../large-facts.ts'

/** The middles of the points, placed the plain way: each is held against all before it. */
function placedPlainly(shares: readonly number[], most: number): string[] {
  const points: { readonly x: number; readonly y: number }[] = []
  for (const share of [...shares].sort((a, b) => a - b)) {
    const x = 29 + (share / most) * 662
    let y = 130
    for (let step = 0; points.some((other) => Math.hypot(other.x - x, other.y - y) < 11); step++) {
      const height = Math.ceil((step + 1) / 2) * 2.5
      y = 130 + (step % 2 === 0 ? height : -height)
      if (height > 68) break
    }
    points.push({ x, y })
  }
  return points.map(({ x, y }) => `${Math.round((x - 4.25) * 10) / 10},${Math.round(y * 10) / 10}`)
}

test.each([40, 300, 1_500])('a swarm of %i statements is placed as if each was held against all', (count) => {
  const facts = largeFacts()
  const statements = Array.from({ length: count }, (_, id) => ({
    ...facts.statements[0]!,
    id,
    divisiveness: Math.round(300 * ((id * 0.618) % 1) ** 2) / 100,
  }))
  const plot = statementsPlot({
    facts: { ...facts, statements, consensus: [], divisive: [] },
    written: NO_WORDS,
    words: reportWords('en'),
    edition: { kind: 'live', isDraft: false },
    address: 'https://example.org/r/large',
    files: '/r/large/files',
  })
  const path = /<path class="plot-open" d="([^"]+)"/.exec(asFile(plot!))![1]!
  const shares = statements.map(({ divisiveness }) => divisiveness)
  expect([...path.matchAll(/M([^a]+)a/g)].map(([, middle]) => middle)).toEqual(
    placedPlainly(shares, Math.max(...shares)),
  )
})
