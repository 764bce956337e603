// What is one's own: the return code for another device, a copy of all that is stored, and erasing it.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { signal } from '@preact/signals'
import { conversation } from '../conversation/state.ts'
import { say, sayError } from '../page/boot.ts'
import { reloadPage } from '../page/reload-page.ts'
import { acknowledged, ownVotes } from '../participate/ballot-state.ts'
import {
  code,
  download,
  eraseAll,
  erasedVotes,
  isBusy,
  returnHere,
  trouble,
  wantCode,
  type Trouble,
} from './own-data.ts'

const isSure = signal(false)

/** Shown to everybody: who has not voted yet can still come back with a code. */
export function OwnDataSection() {
  const shown = conversation.value
  const hasVoted = ownVotes.value.size > 0 || acknowledged.value > 0
  const done = erasedVotes.value
  const message = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    // What had the focus is gone; whoever was somewhere else stays there.
    if (done !== null && document.activeElement === document.body) message.current?.focus()
  }, [done])
  if (!shown) return null
  if (done !== null) {
    return (
      <section class="panel own-data" aria-labelledby="erased-heading">
        <h2 id="erased-heading" ref={message} tabindex={-1}>
          {say('erased')}
        </h2>
        <p>{say('erasedMore', { count: done })}</p>
        <p>
          <button type="button" class="button" onClick={reloadPage}>
            {say('reload')}
          </button>
        </p>
      </section>
    )
  }
  return (
    <details class="panel own-data">
      <summary>
        <h2>{say('ownDataHeading')}</h2>
      </summary>
      {hasVoted && <Code />}
      <Return />
      {hasVoted && <Copy />}
      {hasVoted && <Erase />}
    </details>
  )
}

function Code() {
  return (
    <section class="own-part" aria-labelledby="code-heading">
      <h3 id="code-heading">{say('codeHeading')}</h3>
      <p>{say('codeExplained')}</p>
      {code.value === null ? (
        <button
          type="button"
          class="button button-quiet"
          aria-disabled={isBusy.value}
          onClick={() => void wantCode()}
        >
          {say('codeShow')}
        </button>
      ) : (
        <p class="return-code" role="status">
          {code.value}
        </p>
      )}
      <Problem of="code" />
    </section>
  )
}

function Return() {
  return (
    <section class="own-part" aria-labelledby="return-heading">
      <h3 id="return-heading">{say('returnHeading')}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void returnHere(String(new FormData(event.currentTarget).get('words') ?? ''))
        }}
      >
        <label for="return-words">{say('returnLabel')}</label>
        <input
          id="return-words"
          name="words"
          class="text-field"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={200}
          aria-describedby="return-trouble"
          aria-invalid={trouble.value?.of === 'return'}
        />
        <div id="return-trouble">
          <Problem of="return" />
        </div>
        <button type="submit" class="button button-quiet" aria-disabled={isBusy.value}>
          {say('returnSend')}
        </button>
      </form>
    </section>
  )
}

function Copy() {
  return (
    <section class="own-part" aria-labelledby="copy-heading">
      <h3 id="copy-heading">{say('copyHeading')}</h3>
      <p>{say('copyExplained')}</p>
      <p class="actions">
        <button type="button" class="button button-quiet" onClick={() => void download('json')}>
          {say('copyJson')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => void download('csv')}>
          {say('copyCsv')}
        </button>
      </p>
      <Problem of="copy" />
    </section>
  )
}

function Erase() {
  return (
    <section class="own-part" aria-labelledby="erase-heading">
      <h3 id="erase-heading">{say('eraseHeading')}</h3>
      <p>{say('eraseExplained')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void eraseAll(isSure.value, new FormData(event.currentTarget).get('statements') === 'withdraw')
        }}
      >
        <fieldset>
          <legend>{say('eraseStatements')}</legend>
          <label class="choice">
            <input type="radio" name="statements" value="keep" defaultChecked />
            {say('eraseKeep')}
          </label>
          <label class="choice">
            <input type="radio" name="statements" value="withdraw" />
            {say('eraseWithdraw')}
          </label>
        </fieldset>
        <label class="choice">
          <input
            type="checkbox"
            checked={isSure.value}
            aria-describedby="erase-trouble"
            onChange={(event) => (isSure.value = event.currentTarget.checked)}
          />
          {say('eraseSure')}
        </label>
        <div id="erase-trouble">
          <Problem of="erase" />
        </div>
        <button type="submit" class="button button-trouble" aria-disabled={isBusy.value}>
          {say('eraseSend')}
        </button>
      </form>
    </section>
  )
}

function Problem({ of }: { of: Trouble['of'] }) {
  const found = trouble.value
  return (
    <div role="alert">
      {found?.of === of && (
        <p class="field-trouble">{found.code === 'sureMissing' ? say(found.code) : sayError(found.code)}</p>
      )}
    </div>
  )
}
