// All conversations that one's roles reach, and a new one in one screen.
import { signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { conversationPages, facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import {
  type ListedConversation,
  listedConversations,
  madeConversation,
} from '../../server/protocol/facilitate/conversation.ts'
import { importPage } from '../../server/protocol/imports.ts'
import { linkTo } from '../page/link-to.ts'
import { askStaff, type StaffRefusal } from '../staff/ask-staff.ts'
import { Field } from '../staff/field.tsx'
import { may } from '../staff/who.ts'
import { StateTag } from './conversation-frame.tsx'
import { say } from './say.ts'

const listed = signal<readonly ListedConversation[] | undefined>(undefined)
const trouble = signal<StaffRefusal | null>(null)

async function load(): Promise<void> {
  const answer = await askStaff(facilitateApi.conversations(), listedConversations)
  if ('value' in answer) {
    listed.value = answer.value.conversations
    trouble.value = null
  } else trouble.value = answer.refusal
}

const REFRESH_MS = 15_000

export function ListPage() {
  useEffect(() => {
    void load()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load()
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  const all = listed.value ?? []
  const isKept = ({ archivedAtMs, deletesAtMs }: ListedConversation) =>
    archivedAtMs === null && deletesAtMs === null
  return (
    <div class="wide facilitate">
      <h1>{say('listHeading')}</h1>
      <p class="lead">{say('listIntroduction')}</p>
      {trouble.value && (
        <p class="notice notice-trouble" role="alert">
          {trouble.value.message}
        </p>
      )}
      {listed.value === undefined && !trouble.value && <p class="quiet">{say('loading')}</p>}
      {listed.value?.length === 0 && <p>{say('listEmpty')}</p>}
      <Cards
        heading={say('listOpen')}
        conversations={all.filter((each) => isKept(each) && each.state !== 'closed')}
      />
      <Cards
        heading={say('listClosed')}
        conversations={all.filter((each) => isKept(each) && each.state === 'closed')}
      />
      <Cards
        heading={say('listArchived')}
        conversations={all.filter((each) => each.archivedAtMs !== null && each.deletesAtMs === null)}
      />
      <Cards heading={say('listDeleted')} conversations={all.filter((each) => each.deletesAtMs !== null)} />
      {may('create-conversation') && <Create />}
      {may('import-conversation') && (
        <section class="import">
          <h2>{say('importHeading')}</h2>
          <p>{say('importIntroduction')}</p>
          <p>
            <a href={linkTo(importPage)}>{say('importLink')}</a>
          </p>
        </section>
      )}
    </div>
  )
}

function Cards({
  heading,
  conversations,
}: {
  heading: string
  conversations: readonly ListedConversation[]
}) {
  if (conversations.length === 0) return null
  return (
    <section class="cards">
      <h2>{heading}</h2>
      <ul>
        {[...conversations].reverse().map((each) => (
          <li key={each.id} class="card">
            <h3 class="written" dir="auto">
              <a href={linkTo(conversationPages.overview(each.id))}>{each.topic}</a>
            </h3>
            <p class="card-facts">
              <StateTag conversation={each} />
              {each.isSample && <span class="tag tag-sample">{say('sample')}</span>}
              <span>{say('people', { count: each.counts.participants })}</span>
              <span>{say('votes', { count: each.counts.votes })}</span>
              <span>{say('statements', { count: each.counts.statements })}</span>
            </p>
            {each.believesNames && <p class="notice notice-trouble">{say('believesNames')}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Create() {
  const topic = useSignal('')
  const description = useSignal('')
  const refusal = useSignal<StaffRefusal | null>(null)
  const isBusy = useSignal(false)
  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    if (isBusy.value || topic.value.trim() === '') return
    isBusy.value = true
    const answer = await askStaff(facilitateApi.conversations(), madeConversation, {
      body: { topic: topic.value, description: description.value },
    })
    isBusy.value = false
    if ('refusal' in answer) refusal.value = answer.refusal
    else location.assign(linkTo(conversationPages.settings(answer.value.id)))
  }
  return (
    <section class="panel create" aria-labelledby="create-heading">
      <h2 id="create-heading">{say('createHeading')}</h2>
      <form class="staff-form" onSubmit={(event) => void submit(event)}>
        <Field
          label={say('createTopic')}
          hint={say('createTopicHint')}
          value={topic.value}
          onValue={(value) => (topic.value = value)}
        />
        <div class="field">
          <label for="create-description">{say('createDescription')}</label>
          <p class="field-note" id="create-description-hint">
            {say('createDescriptionHint')}
          </p>
          <textarea
            id="create-description"
            rows={4}
            aria-describedby="create-description-hint"
            value={description.value}
            onInput={(event) => (description.value = event.currentTarget.value)}
          />
        </div>
        <p class="field-trouble" role="alert">
          {refusal.value?.message}
        </p>
        <p class="actions">
          <button type="submit" class="button" aria-disabled={isBusy.value}>
            {say('createButton')}
          </button>
          <span class="quiet">{say('createMore')}</span>
        </p>
      </form>
    </section>
  )
}
