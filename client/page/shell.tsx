// What every page has: the way back, the other language, the content, a line at the end.
import type { ComponentChildren } from 'preact'
import type { Conversation } from '../../server/protocol/conversation.ts'
import { pages } from '../../server/protocol/addresses.ts'
import type { Language } from '../../server/protocol/values.ts'
import { languageNames } from '../words/words.ts'
import { language, say } from './boot.ts'
import { linkTo } from './link-to.ts'

/** Frame of a page; `children` go into its main landmark, `navigation` under the name of the service. */
export function Shell({
  children,
  navigation,
}: {
  children: ComponentChildren
  navigation?: ComponentChildren
}) {
  return (
    <>
      <a class="skip" href="#content">
        {say('skipToContent')}
      </a>
      <header class="masthead">
        <div class="masthead-inner">
          <a class="wordmark" href={linkTo(pages.home())}>
            <Mark />
            Folkmoot
          </a>
          <LanguageLink />
        </div>
        {navigation}
      </header>
      <main id="content" tabindex={-1}>
        {children}
      </main>
      <footer class="footer">
        <div class="footer-inner">
          <p>{say('footer')}</p>
          <p>
            <a href={linkTo(pages.home())}>{say('allConversations')}</a>
          </p>
        </div>
      </footer>
    </>
  )
}

/** Three people around a middle: the sign of a moot. */
function Mark() {
  return (
    <svg class="wordmark-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="5" r="3.4" />
      <circle cx="5.2" cy="17" r="3.4" />
      <circle cx="18.8" cy="17" r="3.4" />
      <path d="M12 8.4v4.2m0 0-3.9 2.6m3.9-2.6 3.9 2.6" />
    </svg>
  )
}

function LanguageLink() {
  const other: Language = language === 'en' ? 'cy' : 'en'
  const query = new URLSearchParams(location.search)
  query.set('lang', other)
  return (
    <a class="language-link" href={`?${query}`} lang={other} hreflang={other}>
      {languageNames[other]}
    </a>
  )
}

/** A small mark for what has to be known wherever a conversation is shown. */
export function ConversationTags({ isSample, state }: Pick<Conversation, 'isSample' | 'state'>) {
  return (
    <>
      {isSample && <span class="tag tag-sample">{say('sample')}</span>}
      {state !== 'open' && <span class="tag">{say(state)}</span>}
    </>
  )
}
