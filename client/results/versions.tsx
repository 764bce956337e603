// Published versions, and publishing the next one.
import { signal } from '@preact/signals'
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
  return (
    <div class="results-save">
      {isAsking.value ? (
        <>
          <button
            type="button"
            class="button"
            disabled={isBusy}
            onClick={() => void publish(conversation).then(() => (isAsking.value = false))}
          >
            {say('publishSure', { number })}
          </button>
          {!isBusy && (
            <button type="button" class="button button-quiet" onClick={() => (isAsking.value = false)}>
              {say('cancel')}
            </button>
          )}
        </>
      ) : (
        <button
          type="button"
          class="button"
          disabled={isChanged.value}
          onClick={() => (isAsking.value = true)}
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
