import type { ModerationEvent, QueueItem } from '../../server/protocol/moderation.ts'
import { sayTime } from '../page/boot.ts'
import { flag, undoAct } from './commands.ts'
import { detail } from './queue.ts'
import { say } from './say.ts'
import { stateWords, VotesAndState } from './statement-facts.tsx'

const reportWords: Readonly<
  Record<string, 'reportPersonal' | 'reportAbusive' | 'reportOffTopic' | 'reportFalse'>
> = {
  personal: 'reportPersonal',
  abusive: 'reportAbusive',
  'off-topic': 'reportOffTopic',
  false: 'reportFalse',
}

/** What is known of the current statement besides: others that say nearly the same, reports, flags, history. */
export function StatementDetail({ item }: { item: QueueItem }) {
  const known = detail.value
  if (known === undefined || known.item.id !== item.id) return null
  const { similar, reports, history } = known
  return (
    <>
      {reports.length > 0 && (
        <p class="item-facts">
          {reports.map(({ reason, count }) => (
            <span key={reason}>{say(reportWords[reason] ?? 'reportOther', { count })}</span>
          ))}
        </p>
      )}
      {similar.length > 0 && (
        <section class="side-by-side" aria-label={say('similarHeading')}>
          <h3>{say('similarHeading')}</h3>
          <ul>
            <li class="side-this">
              <p class="written" dir="auto">
                {item.text}
              </p>
              <VotesAndState item={item} />
            </li>
            {similar.map((each) => (
              <li key={each.id}>
                <p class="written" dir="auto">
                  {each.text}
                </p>
                <VotesAndState item={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <details class="item-more">
        <summary>{say('more')}</summary>
        <div class="item-flags">
          <label class="choice">
            <input
              type="checkbox"
              checked={item.isMeta}
              onChange={() => void flag(item, { isMeta: !item.isMeta })}
            />
            {say('flagMeta')}
          </label>
          <label class="choice">
            <input
              type="checkbox"
              checked={item.isSeed}
              onChange={() => void flag(item, { isSeed: !item.isSeed })}
            />
            {say('flagSeed')}
          </label>
        </div>
        <h3>{say('historyHeading')}</h3>
        {history.length === 0 && <p class="quiet">{say('historyEmpty')}</p>}
        <ol class="item-history">
          {history.map((event, place) => (
            <Event key={event.id} event={event} isLast={place === history.length - 1} />
          ))}
        </ol>
      </details>
    </>
  )
}

const kindWords = {
  accept: 'didAccept',
  reject: 'didReject',
  return: 'didReturn',
  merge: 'didMerge',
  reword: 'didReword',
  split: 'didSplit',
  flag: 'didFlag',
  undo: 'didUndo',
  release: 'didRelease',
  withdraw: 'didWithdraw',
} as const

function Event({ event, isLast }: { event: ModerationEvent; isLast: boolean }) {
  const { kind, moderator, timeMs, to, reason, note, related, act } = event
  return (
    <li>
      <p>
        {say(kindWords[kind], { who: moderator ?? say(kind === 'withdraw' ? 'theAuthor' : 'theService') })}{' '}
        <span class="quiet">
          {sayTime(timeMs, Date.now())} · {say(stateWords[to])}
          {related.length > 0 && ` · ${related.map((id) => `#${id}`).join(', ')}`}
        </span>
      </p>
      {reason !== null && (
        <p class="quiet" dir="auto">
          {say('reasonGiven', { reason: reason.en })}
        </p>
      )}
      {note !== null && (
        <p class="quiet" dir="auto">
          {say('noteGiven', { note })}
        </p>
      )}
      {isLast && kind !== 'withdraw' && (
        <p>
          <button type="button" class="button button-quiet button-small" onClick={() => void undoAct(act)}>
            {say('undoThis')}
          </button>
        </p>
      )}
    </li>
  )
}
