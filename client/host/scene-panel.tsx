// What the screen shows: the scenes, and what has to be chosen for some of them.
import { useSignal } from '@preact/signals'
import { sceneNames } from '../../server/protocol/stage.ts'
import { type StageDesk, WORD_LENGTH } from '../../server/protocol/stage-desk.ts'
import { useNow } from './use-now.ts'
import { clockAheadMs, direct } from './desk.ts'
import { say } from './say.ts'
import { sayDuration, sayScene } from './say-deed.ts'
import { Spotlight } from './spotlight.tsx'

const MINUTES = [1, 2, 5, 10] as const

export function ScenePanel({ desk }: { desk: StageDesk }) {
  return (
    <section class="remote-panel" aria-labelledby="scene-heading">
      <h2 id="scene-heading">{say('sceneHeading')}</h2>
      <div class="remote-scenes" role="group" aria-labelledby="scene-heading">
        {sceneNames.map((scene) => (
          <button
            key={scene}
            type="button"
            aria-pressed={desk.scene === scene}
            onClick={() => void direct({ do: 'scene', scene })}
          >
            {sayScene(scene)}
          </button>
        ))}
      </div>
      {desk.scene === 'portrait' && <Portrait desk={desk} />}
      {desk.scene === 'statement' && <Spotlight chosen={desk.statement} />}
      {desk.scene === 'word' && <Word shown={desk.word} />}
      {desk.scene === 'countdown' && <Countdown desk={desk} />}
    </section>
  )
}

function Portrait({ desk }: { desk: StageDesk }) {
  const shown = desk.letters.includes(desk.letter ?? '') ? desk.letter : desk.letters[0]
  return (
    <div class="remote-choice">
      <h3 id="portrait-heading">{say('portraitHeading')}</h3>
      {desk.letters.length === 0 && <p>{say('noGroups')}</p>}
      <div class="remote-row" role="group" aria-labelledby="portrait-heading">
        {desk.letters.map((letter) => (
          <button
            key={letter}
            type="button"
            aria-pressed={letter === shown}
            onClick={() => void direct({ do: 'scene', scene: 'portrait', letter })}
          >
            {say('groupName', { letter })}
          </button>
        ))}
      </div>
    </div>
  )
}

function Word({ shown }: { shown: string }) {
  const text = useSignal(shown)
  return (
    <form
      class="remote-choice"
      onSubmit={(event) => {
        event.preventDefault()
        void direct({ do: 'word', text: text.value.trim() })
      }}
    >
      <h3>{say('wordHeading')}</h3>
      <label for="word">{say('wordLabel')}</label>
      <textarea
        id="word"
        rows={3}
        maxlength={WORD_LENGTH}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        aria-describedby="word-left"
      />
      <p class="field-note" id="word-left">
        {say('wordLeft', { count: WORD_LENGTH - text.value.length })}
      </p>
      <button type="submit" class="button">
        {say('wordShow')}
      </button>
    </form>
  )
}

function Countdown({ desk }: { desk: StageDesk }) {
  const now = useNow(desk.countdown !== null) + clockAheadMs.value
  const left = desk.countdown && (desk.countdown.endsAt - now) / 1000
  return (
    <div class="remote-choice">
      <h3 id="countdown-heading">{say('countdownHeading')}</h3>
      <div class="remote-row" role="group" aria-labelledby="countdown-heading">
        {MINUTES.map((count) => (
          <button
            key={count}
            type="button"
            onClick={() => void direct({ do: 'countdown', seconds: 60 * count })}
          >
            {say('minutes', { count })}
          </button>
        ))}
      </div>
      {left !== null && left > 0 && (
        <>
          <p class="remote-time">{say('countdownRunning', { time: sayDuration(left) })}</p>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => void direct({ do: 'countdown', seconds: null })}
          >
            {say('countdownStop')}
          </button>
        </>
      )}
    </div>
  )
}
