/**
 * The cells of one line of CSV, quoted ones too, with `""` for a quote inside; null where a quote is not closed within the line
 * or stands where none may.
 */
export function splitLine(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',')
  const cells: string[] = []
  for (let at = 0; ;) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at)
      const cell = comma < 0 ? line.slice(at) : line.slice(at, comma)
      if (cell.includes('"')) return null
      cells.push(cell)
      if (comma < 0) return cells
      at = comma + 1
      continue
    }
    let end = at + 1
    while (line[end] !== '"' || line[end + 1] === '"') {
      if (end >= line.length) return null
      end += line[end] === '"' ? 2 : 1
    }
    cells.push(line.slice(at + 1, end).replaceAll('""', '"'))
    if (end + 1 === line.length) return cells
    if (line[end + 1] !== ',') return null
    at = end + 2
  }
}
