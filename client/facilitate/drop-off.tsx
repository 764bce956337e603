import type { Monitoring } from '../../server/protocol/facilitate/monitoring.ts'
import { sayNumber } from '../page/boot.ts'
import { Plot } from './plot.tsx'
import { say } from './say.ts'

/** How many people cast how many votes: a histogram, and its numbers as a table. */
export function DropOff({ columns }: { columns: Monitoring['dropOff'] }) {
  return (
    <section aria-labelledby="drop-off-heading">
      <h3 id="drop-off-heading">{say('dropOffHeading')}</h3>
      <p class="field-note">{say('dropOffHelp')}</p>
      <Plot
        values={columns.map(({ people }) => people)}
        label={say('dropOffLabel')}
        ends={[rangeWords(columns[0]!.from, columns[0]!.to), rangeWords(columns.at(-1)!.from, null)]}
      />
      {columns.some(({ people }) => people !== 0) && (
        <details>
          <summary>{say('asTable')}</summary>
          <div
            class="table-frame"
            tabindex={0}
            role="region"
            aria-label={`${say('dropOffHeading')}: ${say('asTable')}`}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('dropOffVotes')}</th>
                  <th scope="col">{say('dropOffPeople')}</th>
                </tr>
              </thead>
              <tbody>
                {columns.map(({ from, to, people }) => (
                  <tr key={from}>
                    <th scope="row">{rangeWords(from, to)}</th>
                    <td>{people === null ? say('few') : sayNumber(people)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  )
}

function rangeWords(from: number, to: number | null): string {
  if (to === null) return say('rangeOpen', { from })
  return from === to ? sayNumber(from) : say('range', { from, to })
}
