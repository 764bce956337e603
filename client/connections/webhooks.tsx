// Addresses that are told when something happens, and what became of the last messages.
import { useSignal } from '@preact/signals'
import { type WebhookEvent, webhookEvent } from '../../server/protocol/connections.ts'
import { Field } from '../staff/field.tsx'
import { Deliveries } from './deliveries.tsx'
import { eventNames } from './names.ts'
import { say } from './say.ts'
import { ShownOnce } from './shown-once.tsx'
import { addWebhook, newSecret, removeWebhook, testWebhook, trouble, webhooks } from './state.ts'
import { SureButton } from './sure-button.tsx'

export function Webhooks() {
  const present = webhooks.value?.webhooks ?? []
  return (
    <section class="panel" aria-labelledby="webhooks-heading">
      <h2 id="webhooks-heading">{say('webhooksHeading')}</h2>
      <p>{say('webhooksIntro')}</p>
      {webhooks.value !== undefined && present.length === 0 && <p class="quiet">{say('webhooksNone')}</p>}
      {present.length > 0 && (
        <ul class="session-list">
          {present.map(({ id, url, events }) => (
            <li key={id}>
              <span>
                {url}
                <br />
                <span class="field-note">{events.map((event) => say(eventNames[event])).join(' · ')}</span>
              </span>
              <span class="connection-acts">
                <button
                  type="button"
                  class="button button-quiet button-small"
                  aria-label={`${say('test')}: ${url}`}
                  onClick={() => void testWebhook(id)}
                >
                  {say('test')}
                </button>
                <SureButton
                  words={say('remove')}
                  sure={say('removeSure')}
                  about={url}
                  onSure={() => void removeWebhook(id)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {newSecret.value !== null && <ShownOnce label={say('newSecret')} text={newSecret.value} />}
      <NewWebhook />
      {present.length > 0 && <Deliveries />}
    </section>
  )
}

function NewWebhook() {
  const url = useSignal('')
  const events = useSignal<readonly WebhookEvent[]>(webhookEvent.options)
  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    if (await addWebhook(url.value, events.value)) url.value = ''
  }
  return (
    <form class="staff-form" onSubmit={(event) => void submit(event)}>
      <Field
        label={say('webhookAddress')}
        hint={say('webhookAddressHint')}
        value={url.value}
        onValue={(value) => (url.value = value)}
        trouble={trouble.value?.part === 'webhooks' ? trouble.value.message : undefined}
      />
      <fieldset>
        <legend>{say('webhookEvents')}</legend>
        {webhookEvent.options.map((each) => (
          <label class="choice" key={each}>
            <input
              type="checkbox"
              checked={events.value.includes(each)}
              onChange={({ currentTarget: { checked } }) => {
                const others = events.value.filter((other) => other !== each)
                events.value = checked ? [...others, each] : others
              }}
            />
            {say(eventNames[each])}
          </label>
        ))}
      </fieldset>
      <button type="submit" class="button" disabled={events.value.length === 0}>
        {say('addWebhook')}
      </button>
    </form>
  )
}
