import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import type { ConversationState } from '../../server/protocol/conversation.ts'
import { sayTime } from '../page/boot.ts'
import type { StaffRefusal } from '../staff/ask-staff.ts'
import { may } from '../staff/who.ts'
import { changeConversation, conversation } from './conversation.ts'
import { focusSoon } from './focus-soon.ts'
import { say } from './say.ts'

const nowWords = {
  open: 'stateOpenNow',
  upcoming: 'stateUpcomingNow',
  paused: 'statePausedNow',
  closed: 'stateClosedNow',
} as const

/** Opening, pausing and closing, and when it happens by itself. */
export function StateSection({ id }: { id: string }) {
  const refusal = useSignal<StaffRefusal | null>(null)
  const isClosing = useSignal(false)
  const actions = useRef<HTMLParagraphElement>(null)
  /** Asks before it is closed, or stops asking; the focus is on what changes nothing. */
  const askToClose = (isAsked: boolean) => {
    isClosing.value = isAsked
    focusSoon(actions, isAsked ? '.keep-open' : '.close')
  }
  const shown = conversation.value!
  const { state, opensAtMs, closesAtMs, deletesAtMs, archivedAtMs } = shown
  const zone = String(shown.settings.timeZone)
  async function go(to: ConversationState, anyway = false): Promise<void> {
    isClosing.value = false
    refusal.value = await changeConversation(facilitateApi.state(id), { state: to, anyway })
  }
  const isHeld = deletesAtMs !== null || archivedAtMs !== null
  const now = Date.now()
  return (
    <section class="panel" aria-labelledby="state-heading">
      <h2 id="state-heading">{say('stateHeading')}</h2>
      <p role="status">{say(nowWords[state])}</p>
      {state === 'upcoming' && opensAtMs !== null && (
        <p>{say('opensAt', { time: sayTime(opensAtMs, now), zone })}</p>
      )}
      {state !== 'closed' && closesAtMs !== null && (
        <p>{say('closesAt', { time: sayTime(closesAtMs, now), zone })}</p>
      )}
      {may('open-and-close', id) && !isHeld && (
        <p class="actions" ref={actions}>
          {state !== 'open' && (
            <button type="button" class="button" onClick={() => void go('open')}>
              {state === 'upcoming' ? say('open') : say('openAgain')}
            </button>
          )}
          {refusal.value?.code === 'not-ready' && (
            <button type="button" class="button button-quiet" onClick={() => void go('open', true)}>
              {say('openAnyway')}
            </button>
          )}
          {state === 'open' && (
            <button type="button" class="button button-quiet" onClick={() => void go('paused')}>
              {say('pause')}
            </button>
          )}
          {(state === 'open' || state === 'paused') && !isClosing.value && (
            <button type="button" class="button button-quiet close" onClick={() => askToClose(true)}>
              {say('close')}
            </button>
          )}
          {isClosing.value && (
            <>
              <button type="button" class="button button-quiet keep-open" onClick={() => askToClose(false)}>
                {say('keepOpen')}
              </button>
              <button type="button" class="button button-trouble" onClick={() => void go('closed')}>
                {say('closeSure')}
              </button>
            </>
          )}
        </p>
      )}
      <p role="alert" class="field-trouble">
        {refusal.value?.message}
      </p>
    </section>
  )
}
