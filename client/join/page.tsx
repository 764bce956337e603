// Where the letters on the screen are typed. The form is sent to the service, which leads on to the conversation or says here
// why it cannot.
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { pages } from '../../server/protocol/addresses.ts'
import { CODE_LENGTH } from '../../server/protocol/stage.ts'
import { boot } from '../page/boot.ts'
import { linkTo } from '../page/link-to.ts'
import { Shell } from '../page/shell.tsx'
import { say } from './say.ts'

/** What was typed, as it stands on the screen: letters only, capital, no more than there are. */
function asLetters(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, CODE_LENGTH)
}

function Join() {
  const asked = new URLSearchParams(location.search)
  const [letters, setLetters] = useState(asLetters(asked.get('code') ?? ''))
  const trouble = boot.error?.words
  const language = asked.get('lang')
  return (
    <Shell>
      <form class="join-form" action={pages.join()}>
        <h1>{say('heading')}</h1>
        <p class="lead" id="join-introduction">
          {say('introduction')}
        </p>
        <label for="code">{say('label')}</label>
        <input
          class="text-field join-letters"
          id="code"
          name="code"
          value={letters}
          onInput={(event) => setLetters((event.currentTarget.value = asLetters(event.currentTarget.value)))}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          autofocus
          required
          aria-describedby={trouble === undefined ? 'join-introduction join-hint' : 'join-trouble'}
          aria-invalid={trouble !== undefined}
        />
        {trouble === undefined ? (
          <p class="field-note" id="join-hint">
            {say('hint')}
          </p>
        ) : (
          <p class="field-trouble" id="join-trouble" role="alert">
            {trouble}
          </p>
        )}
        {language !== null && <input type="hidden" name="lang" value={language} />}
        <button type="submit" class="button">
          {say('join')}
        </button>
        <p>
          <a href={linkTo(pages.home())}>{say('toAll')}</a>
        </p>
      </form>
    </Shell>
  )
}

const root = document.getElementById('page')
if (root) render(<Join />, root)
