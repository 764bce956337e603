// The statement in the spotlight, found among all of them by some of its letters.
import { useSignal } from '@preact/signals'
import { statements } from '../conversation/state.ts'
import { direct } from './desk.ts'
import { say } from './say.ts'

const SHOWN = 8

/** Lower case without marks, so that "cafe" finds "Café". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export function Spotlight({ chosen }: { chosen: number | null }) {
  const wanted = useSignal('')
  const words = plain(wanted.value).split(/\s+/).filter(Boolean)
  const found = [...statements.value].filter(([, text]) => words.every((word) => plain(text).includes(word)))
  // The one on the screen stays in sight.
  found.sort(([one], [other]) => Number(other === chosen) - Number(one === chosen))
  return (
    <div class="remote-choice">
      <h3 id="spotlight-heading">{say('spotlightHeading')}</h3>
      <label for="spotlight-search">{say('spotlightSearch')}</label>
      <input
        class="text-field"
        id="spotlight-search"
        type="search"
        value={wanted.value}
        onInput={(event) => (wanted.value = event.currentTarget.value)}
      />
      <ul class="remote-statements" aria-labelledby="spotlight-heading">
        {found.slice(0, SHOWN).map(([id, text]) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosen}
              onClick={() => void direct({ do: 'scene', scene: 'statement', statement: id })}
            >
              <span dir="auto">{text}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="field-note" role="status">
        {found.length === 0 && say('spotlightNone')}
        {found.length > SHOWN && say('spotlightMore', { count: found.length - SHOWN })}
      </p>
    </div>
  )
}
