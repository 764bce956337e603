import { pages } from '../../server/protocol/addresses.ts'
import { boot, say, sayError } from './boot.ts'
import { reloadPage } from './reload-page.ts'
import { linkTo } from './link-to.ts'

/** Why this page cannot be shown, in words, and the way on. */
export function Problem() {
  const { code, words } = boot.error ?? { code: 'internal', words: sayError('internal') }
  const isUnknown = code === 'unknown-page' || code === 'unknown-conversation'
  return (
    <section class="problem">
      <h1>{isUnknown ? say('problemUnknownHeading') : say('problemHeading')}</h1>
      <p class="lead">{words}</p>
      <p class="actions">
        <a class="button" href={linkTo(pages.home())}>
          {say('allConversations')}
        </a>
        {!isUnknown && (
          <button type="button" class="button button-quiet" onClick={reloadPage}>
            {say('reload')}
          </button>
        )}
      </p>
    </section>
  )
}
