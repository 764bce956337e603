import { pages } from '../../server/protocol/addresses.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import { say, sayError } from './boot.ts'
import { linkTo } from './link-to.ts'

/** Why a page cannot be shown, in words, and the way on. */
export function Problem({ code }: { code: ErrorCode }) {
  const isUnknown = code === 'unknown-page' || code === 'unknown-conversation'
  return (
    <section class="problem">
      <h1>{isUnknown ? say('problemUnknownHeading') : say('problemHeading')}</h1>
      <p class="lead">{sayError(code)}</p>
      <p class="actions">
        <a class="button" href={linkTo(pages.home())}>
          {say('allConversations')}
        </a>
        {!isUnknown && (
          <button type="button" class="button button-quiet" onClick={() => location.reload()}>
            {say('reload')}
          </button>
        )}
      </p>
    </section>
  )
}
