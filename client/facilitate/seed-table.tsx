import { useSignal } from '@preact/signals'
import type { SeedRow } from '../../server/protocol/facilitate/seeds.ts'
import { sayNumber } from '../page/boot.ts'
import { say } from './say.ts'

/** Rows that are drawn at once; nobody reads more, and the browser stays quick. */
const SHOWN = 200

/** What becomes of each row, with the line on which it starts. */
export function SeedTable({ rows }: { rows: readonly SeedRow[] }) {
  const isFiltered = useSignal(false)
  const leftOut = rows.filter(({ verdict }) => verdict !== 'ok')
  const listed = isFiltered.value ? leftOut : rows
  return (
    <section aria-labelledby="preview-heading">
      <h3 id="preview-heading">{say('seedsPreviewHeading')}</h3>
      {leftOut.length > 0 && leftOut.length < rows.length && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isFiltered.value}
            onChange={(event) => (isFiltered.value = event.currentTarget.checked)}
          />
          {say('seedsShowLeftOut')}
        </label>
      )}
      <div
        class="table-frame"
        tabindex={0}
        role="region"
        aria-label={`${say('seedsPreviewHeading')}: ${say('asTable')}`}
      >
        <table class="seed-table">
          <thead>
            <tr>
              <th scope="col">{say('seedsLine')}</th>
              <th scope="col">{say('seedsText')}</th>
              <th scope="col">{say('seedsVerdict')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, SHOWN).map((row) => (
              <tr key={row.line} data-verdict={row.verdict}>
                <td>{sayNumber(row.line)}</td>
                <td class="written" dir="auto">
                  {row.text}
                </td>
                <td>{verdictWords(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {listed.length > SHOWN && <p class="quiet">{say('seedsMoreRows', { count: listed.length - SHOWN })}</p>}
    </section>
  )
}

function verdictWords({ verdict, sameAs, over }: SeedRow): string {
  switch (verdict) {
    case 'ok':
      return say('verdictOk')
    case 'duplicate':
      return sameAs === null ? say('verdictDuplicate') : say('verdictDuplicateLine', { line: sameAs })
    case 'too-long':
      return say('verdictTooLong', { count: over })
    case 'empty':
      return say('verdictEmpty')
    case 'only-links':
      return say('verdictOnlyLinks')
  }
}
