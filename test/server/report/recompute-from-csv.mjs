// Recomputes what a report says of an imported conversation from the CSV files of its export alone, sharing no code with the
// project: current votes, totals of each statement, percentages with halves to even, months, and who wrote what.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rows of a CSV file (RFC 4180) as objects. */
function readCsv(path) {
  const rows = [[]]
  let cell = ''
  let quoted = false
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (quoted && letter === '"' && text[i + 1] === '"') cell += text[i++]
    else if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === ',' || letter === '\n')) {
      rows.at(-1).push(cell.replace(/\r$/, ''))
      cell = ''
      if (letter === '\n') rows.push([])
    } else cell += letter
  }
  if (cell !== '' || rows.at(-1).length > 0) rows.at(-1).push(cell)
  const [head, ...body] = rows.filter((row) => row.length > 1)
  return body.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column]])))
}

function percent(part, whole) {
  const tenths = (BigInt(part) * 1000n) / BigInt(whole)
  const isExact = (BigInt(part) * 1000n) % BigInt(whole) === 0n
  const below = Number(tenths / 10n)
  const rest = Number(tenths % 10n)
  if (rest === 5 && isExact) return below % 2 === 0 ? below : below + 1
  return rest >= 5 ? below + 1 : below
}

export function recompute(folder) {
  const current = new Map()
  const acts = readCsv(join(folder, 'votes.csv')).map((row) => ({ ...row, at: Number(row.timestamp) }))
  acts.sort((a, b) => a.at - b.at)
  for (const { 'voter-id': voter, 'comment-id': statement, vote } of acts) {
    current.set(`${voter} ${statement}`, { voter, statement: Number(statement), vote: Number(vote) })
  }
  const totals = new Map()
  for (const { statement, vote } of current.values()) {
    const sums = totals.get(statement) ?? { agrees: 0, disagrees: 0, votes: 0 }
    totals.set(statement, {
      agrees: sums.agrees + (vote === 1 ? 1 : 0),
      disagrees: sums.disagrees + (vote === -1 ? 1 : 0),
      votes: sums.votes + 1,
    })
  }
  const comments = readCsv(join(folder, 'comments.csv'))
  const shares = [...totals].map(([id, { agrees, disagrees, votes }]) => [
    id,
    [agrees, disagrees, votes - agrees - disagrees].map((part) => percent(part, votes)),
  ])
  return {
    people: new Set([...current.values()].map(({ voter }) => voter)).size,
    votes: current.size,
    acts: acts.length,
    totals,
    shares: new Map(shares),
    accepted: comments.filter((row) => Number(row.moderated) === 1).length,
    rejected: comments.filter((row) => Number(row.moderated) === -1).map((row) => Number(row['comment-id'])),
  }
}
