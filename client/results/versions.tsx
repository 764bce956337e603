// Published versions, and publishing the next one.
import { signal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { pages } from '../../server/protocol/addresses.ts'
import { language, sayDate } from '../page/boot.ts'
import { linkTo } from '../page/link-to.ts'
import { say } from './say.ts'
import { desk, isChanged, nextNumber, publish, state } from './state.ts'

const isAsking = signal(false)

export function Versions({ conversation, mayPublish }: { conversation: string; mayPublish: boolean }) {
  const versions = desk.value?.versions ?? []
  return (
    <section class="panel" aria-labelledby="versions-heading">
      <h2 id="versions-heading">{say('versionsHeading')}</h2>
      <p>{say('versionsIntro')}</p>
      {versions.length === 0 ? (
        <p class="quiet">{say('versionsNone')}</p>
      ) : (
        <ul class="results-versions">
          {versions.map(({ number, publishedAtMs, sequence }) => (
            <li key={number}>
              <a href={linkTo(pages.reportVersion(conversation, number))}>{say('versionLink', { number })}</a>{' '}
              <span class="quiet">{say('versionFacts', { date: sayDate(publishedAtMs), sequence })}</span>
              {number > 1 && (
                <>
                  {' '}
                  <a href={`${pages.reportComparison(conversation, number - 1, number)}&lang=${language}`}>
                    {say('compare', { number: number - 1 })}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayPublish && <Publish conversation={conversation} />}
    </section>
  )
}

/** Asks once more before it is done, because it cannot be undone. */
function Publish({ conversation }: { conversation: string }) {
  const number = nextNumber.value
  const isBusy = state.value === 'publishing'
  const buttons = useRef<HTMLDivElement>(null)
  /** Asks, or stops asking; the focus is on the first button of what is there then, which does nothing grave. */
  const ask = (isAsked: boolean) => {
    isAsking.value = isAsked
    requestAnimationFrame(() => buttons.current?.querySelector('button')?.focus())
  }
  return (
    <div class="results-save" ref={buttons}>
      {isAsking.value ? (
        <>
          <button
            key="not"
            type="button"
            class="button button-quiet"
            aria-disabled={isBusy}
            onClick={() => isBusy || ask(false)}
          >
            {say('cancel')}
          </button>
          <button
            key="sure"
            type="button"
            class="button"
            aria-disabled={isBusy}
            onClick={() => isBusy || void publish(conversation).then(() => ask(false))}
          >
            {say('publishSure', { number })}
          </button>
        </>
      ) : (
        <button
          key="ask"
          type="button"
          class="button"
          aria-disabled={isChanged.value}
          onClick={() => isChanged.value || ask(true)}
        >
          {say('publish', { number })}
        </button>
      )}
      <output>
        {isBusy && say('publishing')}
        {!isBusy && isChanged.value && say('publishUnsaved')}
        {state.value === 'published' && !isChanged.value && say('published', { number: number - 1 })}
      </output>
    </div>
  )
}
