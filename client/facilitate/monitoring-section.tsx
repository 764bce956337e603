// How a conversation goes, live: counts, plots over time with their tables, how long people stay, what was refused.
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import {
  type Monitoring,
  monitoring as monitoringSchema,
} from '../../server/protocol/facilitate/monitoring.ts'
import { latestOf } from '../connection/latest.ts'
import { language, sayNumber, sayTime } from '../page/boot.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { followNews } from '../staff/staff-socket.ts'
import { DropOff } from './drop-off.tsx'
import { Plot } from './plot.tsx'
import { say } from './say.ts'

const beginLoading = latestOf()
const monitoring = signal<Monitoring | undefined>(undefined)
/** Who is connected changes without news. */
const REFRESH_MS = 15_000

async function load(id: string): Promise<void> {
  const isLatest = beginLoading()
  const answer = await askStaff(facilitateApi.monitoring(id), monitoringSchema)
  if (isLatest() && 'value' in answer) monitoring.value = answer.value
}

export function MonitoringSection({ id }: { id: string }) {
  useEffect(() => {
    const again = () => void load(id)
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), REFRESH_MS)
    const unfollow = followNews(id, 'monitoring', { onStart: again, onNews: again })
    again()
    return () => {
      clearInterval(timer)
      unfollow()
    }
  }, [id])
  const seen = monitoring.value
  return (
    <section class="panel monitoring" aria-labelledby="monitoring-heading">
      <h2 id="monitoring-heading">{say('monitoringHeading')}</h2>
      {seen === undefined ? (
        <p class="quiet">{say('loading')}</p>
      ) : (
        <>
          <p class="field-note">{say('monitoringAt', { time: sayTime(seen.atMs, Date.now()) })}</p>
          <Facts seen={seen} />
          <OverTime seen={seen} />
          <DropOff columns={seen.dropOff} />
          <Refusals seen={seen} />
        </>
      )}
    </section>
  )
}

function Facts({ seen }: { seen: Monitoring }) {
  const now = Date.now()
  const facts: [name: string, value: string, more?: string][] = [
    [say('countPeople'), sayNumber(seen.counts.participants)],
    [say('countVotes'), sayNumber(seen.counts.votes)],
    [say('countStatements'), sayNumber(seen.counts.statements)],
    [say('connected'), sayNumber(seen.connected)],
    [
      say('waiting'),
      sayNumber(seen.waiting),
      seen.oldestWaitingMs === null
        ? say('noneWaiting')
        : say('oldestWaiting', { time: sayTime(seen.oldestWaitingMs, now) }),
    ],
    [
      say('mapOf'),
      seen.mapMs === null ? say('mapNone') : sayTime(seen.mapMs, now),
      seen.mapMs === null
        ? undefined
        : seen.votesBehind === 0
          ? say('mapFresh')
          : `${say('mapBehind', { count: seen.votesBehind })}. ${say('mapSteps')}`,
    ],
  ]
  return (
    <dl class="facts">
      {facts.map(([name, value, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span class="fact-value">{value}</span>
            {more !== undefined && <span class="field-note">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function OverTime({ seen: { series, counts } }: { seen: Monitoring }) {
  const lines: readonly (readonly [what: string, values: readonly (number | null)[], total: number])[] = [
    [say('plotVotes'), series.votes, counts.votes],
    [say('plotPeople'), series.people, counts.participants],
    [say('plotStatements'), series.statements, counts.statements],
  ]
  const now = Date.now()
  const endMs = series.startMs + series.votes.length * series.stepMs
  const ends = [sayTime(series.startMs, now), sayTime(Math.min(endMs, now), now)] as const
  const rows = series.votes.flatMap((_, index) =>
    lines.some(([, values]) => values[index] !== 0) ? [index] : [],
  )
  return (
    <section aria-labelledby="time-heading">
      <h3 id="time-heading">{say('overTime')}</h3>
      <p class="field-note">
        {say('overTimeStep', { step: stepWords(series.stepMs) })} {say('overTimeHelp')}
      </p>
      <div class="plots">
        {lines.map(([what, values, all]) => {
          const total = sayNumber(all)
          const most = sayNumber(Math.max(0, ...values.map((value) => value ?? 0)))
          return (
            <div key={what}>
              <h4>{what}</h4>
              <Plot values={values} ends={ends} label={say('plotLabel', { what, total, most })} />
            </div>
          )
        })}
      </div>
      {rows.length > 0 && (
        <details>
          <summary>{say('asTable')}</summary>
          <div
            class="table-frame"
            tabindex={0}
            role="region"
            aria-label={`${say('overTime')}: ${say('asTable')}`}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('tableFrom')}</th>
                  {lines.map(([what]) => (
                    <th key={what} scope="col">
                      {what}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((index) => (
                  <tr key={index}>
                    <th scope="row">{sayTime(series.startMs + index * series.stepMs, now)}</th>
                    {lines.map(([what, values]) => (
                      <td key={what}>{sayCount(values[index]!)}</td>
                    ))}
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

function Refusals({ seen }: { seen: Monitoring }) {
  const since = sayTime(seen.refusalsSinceMs, Date.now())
  return (
    <section aria-labelledby="refusals-heading">
      <h3 id="refusals-heading">{say('refusalsHeading')}</h3>
      {seen.refusals.length === 0 ? (
        <p class="quiet">{say('refusalsNone', { time: since })}</p>
      ) : (
        <>
          <p class="field-note">{say('refusalsSince', { time: since })}</p>
          <div
            class="table-frame"
            tabindex={0}
            role="region"
            aria-label={`${say('refusalsHeading')}: ${say('asTable')}`}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('refusalsWhy')}</th>
                  <th scope="col">{say('refusalsTimes')}</th>
                </tr>
              </thead>
              <tbody>
                {seen.refusals.map(({ code, words, times }) => (
                  <tr key={code}>
                    <th scope="row">{words[language]}</th>
                    <td>{sayNumber(times)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

/** A number of the table, or that it is too small to be told. */
function sayCount(count: number | null): string {
  return count === null ? say('few') : sayNumber(count)
}

function stepWords(stepMs: number): string {
  const minutes = stepMs / 60_000
  if (minutes < 60) return say('stepMinutes', { count: minutes })
  const hours = minutes / 60
  if (hours < 48) return say('stepHours', { count: Math.round(hours * 10) / 10 })
  return say('stepDays', { count: Math.round((hours / 24) * 10) / 10 })
}
