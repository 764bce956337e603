// What the report can do where scripts run: sort its table of statements by any column, and show only statements that contain
// some words. Everything else is there without. It imports nothing, so that a published version can carry it along.
const table = document.querySelector<HTMLTableElement>('#statement-table')
const tools = document.querySelector<HTMLElement>('.table-tools')
const body = table?.tBodies[0]

if (table && tools && body) {
  tools.hidden = false
  filterRows(tools, [...body.rows])
  for (const [column, heading] of [...(table.tHead?.rows[0]?.cells ?? [])].entries())
    sortBy(heading, column, body)
}

/** Turns the heading of a column into a button that sorts by it: first one way, then the other. */
function sortBy(heading: HTMLTableCellElement, column: number, rows: HTMLTableSectionElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...heading.childNodes)
  heading.append(button)
  const isNumber = heading.dataset.sort === 'number'
  button.addEventListener('click', () => {
    const before = heading.getAttribute('aria-sort')
    // The largest numbers come first, except for the numbers by which statements are known.
    const startsDown = isNumber && column > 0
    const isDown = before === null ? startsDown : before === 'ascending'
    for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort')
    heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending')
    const sign = isDown ? -1 : 1
    const sorted = [...rows.rows].sort((a, b) => sign * compare(a.cells[column], b.cells[column], isNumber))
    rows.append(...sorted)
  })
}

function compare(
  a: HTMLTableCellElement | undefined,
  b: HTMLTableCellElement | undefined,
  isNumber: boolean,
): number {
  if (isNumber) return valueOf(a) - valueOf(b)
  return (a?.textContent ?? '').localeCompare(b?.textContent ?? '', document.documentElement.lang)
}

/** The number that a cell begins with; what is hidden comes below everything. */
function valueOf(cell: HTMLTableCellElement | undefined): number {
  const value = Number.parseFloat((cell?.textContent ?? '').replaceAll(',', ''))
  return Number.isNaN(value) ? -1 : value
}

/** Shows the rows whose text has every word that was typed. */
function filterRows(panel: HTMLElement, rows: readonly HTMLTableRowElement[]): void {
  const input = panel.querySelector('input')
  const output = panel.querySelector('output')
  const texts = rows.map((row) =>
    `${row.cells[0]?.textContent} ${row.cells[1]?.textContent}`.toLocaleLowerCase(),
  )
  input?.addEventListener('input', () => {
    const wanted = input.value.toLocaleLowerCase().split(/\s+/)
    let shown = 0
    rows.forEach((row, index) => {
      row.hidden = !wanted.every((word) => texts[index]?.includes(word))
      if (!row.hidden) shown++
    })
    if (output) output.textContent = (panel.dataset.shown ?? '').replace('{shown}', String(shown))
  })
}
