import { effect, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { conversationPages, facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import {
  type Readiness,
  readiness as readinessSchema,
  type ReadinessItem,
} from '../../server/protocol/facilitate/readiness.ts'
import { staffPages } from '../../server/protocol/staff/addresses.ts'
import { latestOf } from '../connection/latest.ts'
import { linkTo } from '../page/link-to.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { conversation } from './conversation.ts'
import { say } from './say.ts'

const beginAsking = latestOf()
export const readiness = signal<Readiness | undefined>(undefined)

/** What should be there before the conversation opens, each with the way to mend it. */
export function ReadinessSection({ id }: { id: string }) {
  useEffect(
    () =>
      effect(() => {
        // Whatever has changed may have mended something.
        if (conversation.value === undefined) return
        const isLatest = beginAsking()
        void askStaff(facilitateApi.readiness(id), readinessSchema).then((answer) => {
          if (isLatest() && 'value' in answer) readiness.value = answer.value
        })
      }),
    [id],
  )
  const shown = readiness.value
  if (shown === undefined) return null
  const missing = shown.items.filter(({ isDone }) => !isDone).length
  return (
    <section class="panel" aria-labelledby="readiness-heading">
      <h2 id="readiness-heading">{say('readinessHeading')}</h2>
      <p role="status">{missing === 0 ? say('readinessYes') : say('readinessNo', { count: missing })}</p>
      <ul class="checklist">
        {shown.items.map(({ item, isDone, found }) => (
          <li key={item} data-done={isDone || undefined}>
            <span class={isDone ? 'check-done' : 'check-missing'}>
              {isDone ? say('done') : say('missing')}
            </span>
            <span>{wordsOf(item, Number(found ?? 0))}</span>
            {!isDone && (
              <a
                href={placeToMend(item, id)}
                aria-label={`${say('mend')}: ${wordsOf(item, Number(found ?? 0))}`}
              >
                {say('mend')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function wordsOf(item: ReadinessItem, count: number): string {
  switch (item) {
    case 'purpose':
      return say('readyPurpose')
    case 'languages':
      return say('readyLanguages')
    case 'seeds':
      return say('readySeeds', { count })
    case 'moderators':
      return say('readyModerators', { count })
    case 'contrast':
      return say('readyContrast')
    case 'retention':
      return say('readyRetention')
    case 'schedule':
      return say('readySchedule')
    case 'voters':
      return say('readyVoters')
  }
}

const anchors = {
  purpose: 'purpose',
  languages: 'purpose',
  contrast: 'theme',
  retention: 'setting-keepUntil',
  schedule: 'setting-votingUntil',
  voters: 'setting-whoVotes',
} as const

function placeToMend(item: ReadinessItem, id: string): string {
  if (item === 'seeds') return linkTo(conversationPages.statements(id))
  if (item === 'moderators') return linkTo(staffPages.team())
  return `${linkTo(conversationPages.settings(id))}#${anchors[item]}`
}
