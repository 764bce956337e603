// The results of one conversation, for its staff: words for the report, and published versions.
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { pages } from '../../server/protocol/addresses.ts'
import { boot } from '../page/boot.ts'
import { linkTo } from '../page/link-to.ts'
import { ConversationNavigation } from '../staff/conversation-navigation.tsx'
import { StaffShell } from '../staff/staff-shell.tsx'
import { may } from '../staff/who.ts'
import { say } from './say.ts'
import { desk, loadDesk, trouble } from './state.ts'
import { Versions } from './versions.tsx'
import { WordsForm } from './words-form.tsx'

function Page() {
  const id = boot.conversation?.id ?? ''
  useEffect(() => void loadDesk(id), [id])
  return (
    <StaffShell>
      <div class="wide results">
        <h1>{say('heading')}</h1>
        <p class="lead written" dir="auto">
          {boot.conversation?.topic}
        </p>
        <ConversationNavigation id={id} />
        <p>
          {say('intro')} <a href={linkTo(pages.report(id))}>{say('openReport')}</a>
        </p>
        {trouble.value !== null && (
          <p class="notice notice-trouble" role="alert">
            {trouble.value}
          </p>
        )}
        {desk.value === undefined ? (
          trouble.value === null && <p role="status">{say('loading')}</p>
        ) : (
          <>
            <Versions conversation={id} mayPublish={may('publish-version', id)} />
            <section class="panel" aria-labelledby="words-heading">
              <h2 id="words-heading">{say('wordsHeading')}</h2>
              <p>{say('wordsIntro')}</p>
              <WordsForm conversation={id} mayWrite={may('write-report', id)} />
            </section>
          </>
        )}
      </div>
    </StaffShell>
  )
}

const root = document.getElementById('page')
if (root) render(<Page />, root)
