// The connections of one conversation to other programs, for its owners: tokens that read, addresses that are told.
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { pages } from '../../server/protocol/addresses.ts'
import { boot } from '../page/boot.ts'
import { ConversationNavigation } from '../staff/conversation-navigation.tsx'
import { StaffShell } from '../staff/staff-shell.tsx'
import { say } from './say.ts'
import { load } from './state.ts'
import { Tokens } from './tokens.tsx'
import { Webhooks } from './webhooks.tsx'

function Page() {
  useEffect(() => void load(), [])
  return (
    <StaffShell>
      <div class="wide connections">
        <h1>{say('heading')}</h1>
        <p class="lead written" dir="auto">
          {boot.conversation?.topic}
        </p>
        <ConversationNavigation id={boot.conversation?.id ?? ''} />
        <p>
          {say('intro')} <a href={pages.developers()}>{say('apiLink')}</a>
        </p>
        <Tokens />
        <Webhooks />
      </div>
    </StaffShell>
  )
}

const root = document.getElementById('page')
if (root) render(<Page />, root)
