// The last messages to the addresses, and what became of each.
import type { WebhookList } from '../../server/protocol/connections.ts'
import { sayTime } from '../page/boot.ts'
import { eventNames, failureNames } from './names.ts'
import { say } from './say.ts'
import { loadWebhooks, webhooks } from './state.ts'

type Delivery = WebhookList['deliveries'][number]

export function Deliveries() {
  const { webhooks: present = [], deliveries = [] } = webhooks.value ?? {}
  const now = Date.now()
  return (
    <>
      <h3 id="deliveries-heading">{say('deliveriesHeading')}</h3>
      {deliveries.length === 0 ? (
        <p class="quiet">{say('deliveriesNone')}</p>
      ) : (
        <ul class="session-list" aria-labelledby="deliveries-heading">
          {deliveries.map((delivery) => (
            <li key={delivery.id}>
              <span>
                {say(eventNames[delivery.event])} · {hostOf(present, delivery.webhook)}
                <br />
                <span class="field-note">
                  {sayTime(delivery.createdAtMs, now)} · {outcomeOf(delivery, now)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="button button-quiet button-small" onClick={() => void loadWebhooks()}>
        {say('lookAgain')}
      </button>
    </>
  )
}

function hostOf(present: WebhookList['webhooks'], id: number): string {
  const url = present.find((webhook) => webhook.id === id)?.url
  return url === undefined ? '' : new URL(url).host
}

function outcomeOf({ failure, status, attempts, dueAtMs }: Delivery, now: number): string {
  if (attempts === 0) return say('notSentYet')
  if (failure === null) return say('arrived')
  const why = say(failureNames[failure], { status: status ?? 0 })
  return `${why} ${dueAtMs === null ? say('givenUp', { count: attempts }) : say('triedAgain', { time: sayTime(dueAtMs, now) })}`
}
