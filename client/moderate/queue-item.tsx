import type { QueueItem as Item } from '../../server/protocol/moderation.ts'
import { elementOf, run } from './commands.ts'
import { isDeciding } from './decide.ts'
import type { Command } from './keys.ts'
import { chosen, claim, claimedByOther, currentId, look, toggleChosen } from './queue.ts'
import { say } from './say.ts'
import { StatementDetail } from './statement-detail.tsx'
import { Facts, Tags } from './statement-facts.tsx'

/** One statement of the queue; the current one with all that can be done about it. */
export function QueueItem({ item }: { item: Item }) {
  const { id, text } = item
  const isCurrent = currentId.value === id
  const isChosen = chosen.value.has(id)
  const other = claimedByOther(id)
  return (
    <li class="queue-row" data-current={isCurrent || undefined} data-chosen={isChosen || undefined}>
      <input
        type="checkbox"
        class="queue-choose"
        checked={isChosen}
        aria-label={say('chooseStatement', { number: String(id) })}
        onChange={() => toggleChosen(id)}
      />
      <article
        id={elementOf(id)}
        tabindex={isCurrent ? 0 : -1}
        aria-current={isCurrent ? 'true' : undefined}
        aria-labelledby={`${elementOf(id)}-text`}
        aria-describedby={`${elementOf(id)}-facts`}
        onClick={() => look(id)}
        onFocus={() => look(id)}
      >
        <p id={`${elementOf(id)}-text`} class="queue-text written" dir="auto">
          {text === '' ? <span class="quiet">{say('textErased')}</span> : text}
        </p>
        <div id={`${elementOf(id)}-facts`} class="queue-facts">
          <Facts item={item} />
          <Tags item={item} />
          {other !== null && <p class="queue-claim">{say('claimedBy', { name: other.name })}</p>}
          {item.reason !== null && item.state === 'rejected' && (
            <p class="quiet" dir="auto">
              {say('reasonGiven', { reason: item.reason.en })}
            </p>
          )}
        </div>
        {isCurrent && other !== null && (
          <p>
            <button
              type="button"
              class="button button-quiet button-small"
              onClick={() => void claim({ takeOver: true })}
            >
              {say('takeOver')}
            </button>
          </p>
        )}
        {isCurrent && chosen.value.size === 0 && <Actions item={item} isClaimed={other !== null} />}
        {isCurrent && <StatementDetail item={item} />}
      </article>
    </li>
  )
}

const buttons: readonly {
  command: Command
  key: string
  words: 'accept' | 'reject' | 'merge' | 'reword' | 'split' | 'return'
}[] = [
  { command: 'accept', key: 'a', words: 'accept' },
  { command: 'reject', key: 'r', words: 'reject' },
  { command: 'merge', key: 'm', words: 'merge' },
  { command: 'reword', key: 'w', words: 'reword' },
  { command: 'split', key: 's', words: 'split' },
  { command: 'return', key: 'b', words: 'return' },
]

function Actions({ item, isClaimed }: { item: Item; isClaimed: boolean }) {
  if (item.state === 'withdrawn') return null
  const offered = buttons.filter(
    ({ command }) =>
      !(command === 'accept' && item.state === 'accepted' && item.reports === 0) &&
      !(command === 'reject' && item.state === 'rejected') &&
      !(command === 'return' && item.state === 'pending'),
  )
  return (
    <div class="queue-actions" role="group" aria-label={say('actionsFor', { number: String(item.id) })}>
      {offered.map(({ command, key, words }) => (
        <button
          key={command}
          type="button"
          class={command === 'accept' ? 'button' : 'button button-quiet'}
          aria-disabled={isClaimed || isDeciding.value}
          aria-keyshortcuts={key}
          onClick={() => void run(command)}
        >
          {say(words)} <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
    </div>
  )
}
