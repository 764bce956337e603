// What is open in the hall, and how the map goes on: switches that say how it is now.
import type { StageDesk } from '../../server/protocol/stage-desk.ts'
import { AskFirst } from './ask-first.tsx'
import { clockAheadMs, direct, open } from './desk.ts'
import { sayDuration } from './say-deed.ts'
import { say } from './say.ts'
import { useNow } from './use-now.ts'

export function HallPanel({ desk }: { desk: StageDesk }) {
  return (
    <section class="remote-panel" aria-labelledby="hall-heading">
      <h2 id="hall-heading">{say('hallHeading')}</h2>
      <Voting voting={desk.voting} />
      <Switch
        name={say('writing')}
        words={[say('on'), say('off')]}
        isOn={desk.writing}
        onPress={(on) => void open({ do: 'writing', on })}
      />
      {desk.hold === 'always' ? (
        <p class="remote-switch">
          <span>{say('hold')}</span>
          <span class="field-note">{say('holdAlways')}</span>
        </p>
      ) : (
        <Switch
          name={say('hold')}
          words={[say('on'), say('off')]}
          isOn={desk.hold === 'on'}
          onPress={(on) => void open({ do: 'hold', on })}
        />
      )}
      <Switch
        name={say('results')}
        words={[say('shown'), say('hidden')]}
        isOn={desk.results}
        onPress={(on) => void open({ do: 'results', on })}
      />
      <h3>{say('mapHeading')}</h3>
      <Switch
        name={say('freeze')}
        words={[say('on'), say('off')]}
        isOn={desk.isFrozen}
        onPress={(on) => void direct({ do: 'freeze', on })}
      />
      <Growth desk={desk} />
      <p class="field-note">{say('roomSafety')}</p>
    </section>
  )
}

/** Shows again how the map grew: begun, hurried and ended here. */
function Growth({ desk: { replay } }: { desk: StageDesk }) {
  const now = useNow(replay !== null) + clockAheadMs.value
  if (replay === null) {
    return (
      <button
        type="button"
        class="button button-quiet"
        onClick={() => void direct({ do: 'replay', on: true, speed: 1 })}
      >
        {say('replay')}
      </button>
    )
  }
  const { step, of, speed, endsAt } = replay
  const time = sayDuration((endsAt - now) / 1000)
  return (
    <div class="remote-growth" role="group" aria-label={say('replay')}>
      <p class="field-note">{say('replayLeft', { step, of, time })}</p>
      <div class="remote-row">
        <button
          type="button"
          onClick={() => void direct({ do: 'replay', on: true, speed: speed === 1 ? 2 : 1 })}
        >
          {speed === 1 ? say('replayFaster') : say('replaySlower')}
        </button>
        <button type="button" onClick={() => void direct({ do: 'replay', on: false, speed: 1 })}>
          {say('replayStop')}
        </button>
      </div>
    </div>
  )
}

function Voting({ voting }: { voting: StageDesk['voting'] }) {
  return (
    <AskFirst
      question={say('closeAsk')}
      yes={say('closeYes')}
      onYes={() => void open({ do: 'voting', state: 'closed' })}
    >
      {(ask) => (
        <div class="remote-switch" role="group" aria-labelledby="voting-label">
          <span id="voting-label">{say('voting')}</span>
          <span class="remote-states">
            <button
              type="button"
              aria-pressed={voting === 'open'}
              onClick={() => void open({ do: 'voting', state: 'open' })}
            >
              {say('votingOpen')}
            </button>
            <button
              type="button"
              aria-pressed={voting === 'paused'}
              onClick={() => void open({ do: 'voting', state: 'paused' })}
            >
              {say('votingPaused')}
            </button>
            <button type="button" aria-pressed={voting === 'closed'} onClick={ask}>
              {say('votingClosed')}
            </button>
          </span>
        </div>
      )}
    </AskFirst>
  )
}

interface SwitchProps {
  readonly name: string
  /** What on and off are called. */
  readonly words: readonly [string, string]
  readonly isOn: boolean
  onPress(on: boolean): void
}

function Switch({ name, words, isOn, onPress }: SwitchProps) {
  return (
    <div class="remote-switch" role="group" aria-label={name}>
      <span aria-hidden="true">{name}</span>
      <span class="remote-states">
        <button type="button" aria-pressed={isOn} onClick={() => onPress(true)}>
          {words[0]}
        </button>
        <button type="button" aria-pressed={!isOn} onClick={() => onPress(false)}>
          {words[1]}
        </button>
      </span>
    </div>
  )
}
