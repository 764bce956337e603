// The audit log: of the organisation, or on the page of one conversation of that. Filtered, read page by page, taken along.
import { useSignal } from '@preact/signals'
import { useEffect, useId, useState } from 'preact/hooks'
import { type Role, roles } from '../../server/protocol/privileges.ts'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { type AuditLine, auditPage } from '../../server/protocol/staff/audit.ts'
import { latestOf } from '../connection/latest.ts'
import { auditText } from '../../server/protocol/staff/audit-text.ts'
import { conversationPages } from '../../server/protocol/facilitate/addresses.ts'
import { language, sayTime } from '../page/boot.ts'
import { linkTo } from '../page/link-to.ts'
import { askStaff, type StaffRefusal } from './ask-staff.ts'
import { Field } from './field.tsx'
import { sayRole } from './roles.ts'
import { ConversationNavigation } from './conversation-navigation.tsx'
import { say } from './say.ts'
import { loadTeam, team, topics } from './team-state.ts'
import { may } from './who.ts'

const nothing = { account: '', conversation: '', text: '', from: '', until: '' }
type Filter = typeof nothing

export function Audit({ conversation }: { conversation: string | null }) {
  const path = conversation === null ? staffApi.audit() : `/api/staff/conversations/${conversation}/audit`
  const table = conversation === null ? staffApi.auditCsv() : `${path}.csv`
  const filter = useSignal<Filter>(nothing)
  const applied = useSignal<Filter>(nothing)
  const entries = useSignal<readonly AuditLine[] | undefined>(undefined)
  const next = useSignal<number | null>(null)
  const refusal = useSignal<StaffRefusal | undefined>(undefined)
  const [begin] = useState(latestOf)

  async function load(before: number | null): Promise<void> {
    const isLatest = begin()
    const query = queryOf(applied.value, before)
    const answer = await askStaff(`${path}?${query}`, auditPage)
    if (!isLatest()) return
    refusal.value = 'refusal' in answer ? answer.refusal : undefined
    if ('refusal' in answer) return
    const earlier = before === null ? [] : (entries.value ?? [])
    entries.value = [...earlier, ...answer.value.entries]
    next.value = answer.value.next
  }
  useEffect(() => void load(null), [])
  const mayManage = may('manage-staff')
  useEffect(() => {
    if (mayManage) void loadTeam()
  }, [mayManage])

  function submit(event: Event): void {
    event.preventDefault()
    applied.value = filter.value
    void load(null)
  }
  const set = (change: Partial<Filter>) => (filter.value = { ...filter.value, ...change })

  return (
    <div class="wide staff-page">
      <h1>{conversation === null ? say('auditLog') : say('auditOfConversation')}</h1>
      {conversation !== null && <ConversationNavigation id={conversation} />}
      <p class="lead">{say('auditLead')}</p>
      <form class="panel audit-filter" onSubmit={submit} aria-label={say('filter')}>
        {team.value !== undefined && (
          <Choice
            label={say('filterPerson')}
            all={say('filterAnybody')}
            value={filter.value.account}
            options={team.value.members.map(({ number, name }) => [String(number), name])}
            onValue={(account) => set({ account })}
          />
        )}
        {team.value !== undefined && conversation === null && (
          <Choice
            label={say('filterConversation')}
            all={say('filterAll')}
            value={filter.value.conversation}
            options={team.value.conversations.map(({ id, topic }) => [id, topic])}
            onValue={(chosen) => set({ conversation: chosen })}
          />
        )}
        <Field
          label={say('filterText')}
          isRequired={false}
          value={filter.value.text}
          onValue={(text) => set({ text })}
        />
        <Field
          label={say('filterFrom')}
          type="date"
          isRequired={false}
          value={filter.value.from}
          onValue={(from) => set({ from })}
        />
        <Field
          label={say('filterUntil')}
          type="date"
          isRequired={false}
          value={filter.value.until}
          onValue={(until) => set({ until })}
        />
        <button type="submit" class="button">
          {say('filterShow')}
        </button>
      </form>
      <p>
        <a href={`${table}?${queryOf(applied.value, null)}`} download>
          {say('auditCsv')}
        </a>
      </p>
      <p class="field-trouble" role="alert">
        {refusal.value?.message}
      </p>
      {entries.value === undefined && refusal.value === undefined && <p class="quiet">{say('loading')}</p>}
      <p role="status">{entries.value?.length === 0 && say('auditNone')}</p>
      {entries.value !== undefined && entries.value.length > 0 && (
        <Entries entries={entries.value} showsWhere={conversation === null} />
      )}
      {next.value !== null && (
        <p>
          <button type="button" class="button button-quiet" onClick={() => void load(next.value)}>
            {say('auditOlder')}
          </button>
        </p>
      )}
    </div>
  )
}

function Entries({ entries, showsWhere }: { entries: readonly AuditLine[]; showsWhere: boolean }) {
  const now = Date.now()
  return (
    <div class="audit-scroll" tabindex={0} role="region" aria-label={say('auditLog')}>
      <table class="audit-table">
        <caption>{say('auditCaption', { count: entries.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('auditWhen')}</th>
            <th scope="col">{say('auditWho')}</th>
            <th scope="col">{say('auditRole')}</th>
            <th scope="col">{say('auditWhat')}</th>
            {showsWhere && <th scope="col">{say('auditWhere')}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ number, timeMs, name, role, code, subject, detail, conversation }) => (
            <tr key={number}>
              <td>
                <time dateTime={new Date(timeMs).toISOString()}>{sayTime(timeMs, now)}</time>
              </td>
              <td>{name}</td>
              <td>{isRole(role) ? sayRole(role) : ''}</td>
              <td>
                <Said line={{ code, subject, detail }} />
              </td>
              {showsWhere && <td>{conversation !== null && <Where id={conversation} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The conversation by its topic, with the way to its own log; by its name where it is gone, or not known here. */
function Where({ id }: { id: string }) {
  const topic = topics().get(id)
  if (topic === undefined) return <>{id}</>
  return (
    <a href={linkTo(conversationPages.audit(id))} dir="auto">
      {topic}
    </a>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly all: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onValue: (value: string) => void
}

function Choice({ label, all, value, options, onValue }: ChoiceProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function queryOf(filter: Filter, before: number | null): string {
  const { from, until, ...rest } = filter
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''))
  if (from !== '') query.set('from', String(startOfDay(from)))
  if (until !== '') query.set('until', String(startOfDay(until, 1)))
  if (before !== null) query.set('before', String(before))
  return query.toString()
}

/** What was done, in the words of the page, and what else is told of it. */
function Said({ line }: { line: Pick<AuditLine, 'code' | 'subject' | 'detail'> }) {
  const { text, language: spoken, more } = auditText(line, language)
  return (
    <>
      <span lang={spoken === language ? undefined : spoken}>{text}</span>
      {more.length > 0 && (
        <span class="audit-detail">{more.map(([name, value]) => `${name}: ${value}`).join(' · ')}</span>
      )}
    </>
  )
}

/** The first moment of a day where the reader is, or of one so many days later. */
function startOfDay(day: string, later = 0): number {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + later)
  return date.getTime()
}

function isRole(role: string | null): role is Role {
  return (roles as readonly (string | null)[]).includes(role)
}
