import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { conversationPages, facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import { madeConversation } from '../../server/protocol/facilitate/conversation.ts'
import { linkTo } from '../page/link-to.ts'
import { askStaff, type StaffRefusal } from '../staff/ask-staff.ts'
import { Field } from '../staff/field.tsx'
import { may } from '../staff/who.ts'
import { changeConversation, conversation } from './conversation.ts'
import { focusSoon } from './focus-soon.ts'
import { say } from './say.ts'

/** A copy, the archive, deleting and restoring. */
export function EndSection({ id }: { id: string }) {
  const shown = conversation.value!
  const refusal = useSignal<StaffRefusal | null>(null)
  const isSure = useSignal(false)
  const deletion = useRef<HTMLParagraphElement>(null)
  /** Asks before it is deleted, or stops asking; the focus is on what changes nothing. */
  const askToDelete = (isAsked: boolean) => {
    isSure.value = isAsked
    focusSoon(deletion, 'button')
  }
  const isDeleted = shown.deletesAtMs !== null
  const isArchived = shown.archivedAtMs !== null
  async function change(path: string, isWanted: boolean): Promise<void> {
    isSure.value = false
    refusal.value = await changeConversation(path, { isWanted })
  }
  return (
    <section class="panel" aria-labelledby="end-heading">
      <h2 id="end-heading">{say('endHeading')}</h2>
      {may('create-conversation') && <Copy id={id} topic={shown.topic} />}
      {may('change-settings', id) && !isDeleted && (
        <div class="end-part">
          <p>{say('archiveHelp')}</p>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => void change(facilitateApi.archive(id), !isArchived)}
          >
            {isArchived ? say('unarchiveButton') : say('archiveButton')}
          </button>
        </div>
      )}
      {may('delete-conversation', id) && (
        <div class="end-part">
          <p>{say('deleteHelp')}</p>
          <p class="actions" ref={deletion}>
            {isDeleted ? (
              <button
                type="button"
                class="button"
                onClick={() => void change(facilitateApi.deletion(id), false)}
              >
                {say('restoreButton')}
              </button>
            ) : isSure.value ? (
              <>
                <button
                  key="not"
                  type="button"
                  class="button button-quiet"
                  onClick={() => askToDelete(false)}
                >
                  {say('deleteNot')}
                </button>
                <button
                  key="sure"
                  type="button"
                  class="button button-trouble"
                  onClick={() => void change(facilitateApi.deletion(id), true)}
                >
                  {say('deleteSure')}
                </button>
              </>
            ) : (
              <button type="button" class="button button-quiet" onClick={() => askToDelete(true)}>
                {say('deleteButton')}
              </button>
            )}
          </p>
        </div>
      )}
      <p role="alert" class="field-trouble">
        {refusal.value?.message}
      </p>
    </section>
  )
}

function Copy({ id, topic }: { id: string; topic: string }) {
  const wanted = useSignal(topic)
  const refusal = useSignal<StaffRefusal | null>(null)
  async function copy(event: Event): Promise<void> {
    event.preventDefault()
    const answer = await askStaff(facilitateApi.copy(id), madeConversation, { body: { topic: wanted.value } })
    if ('refusal' in answer) refusal.value = answer.refusal
    else location.assign(linkTo(conversationPages.overview(answer.value.id)))
  }
  return (
    <form class="end-part" onSubmit={(event) => void copy(event)}>
      <p>{say('copyHelp')}</p>
      <Field
        label={say('copyTopic')}
        value={wanted.value}
        onValue={(value) => (wanted.value = value)}
        trouble={refusal.value?.message}
      />
      <button type="submit" class="button button-quiet">
        {say('copyButton')}
      </button>
    </form>
  )
}
