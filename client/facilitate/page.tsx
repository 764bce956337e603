// The pages of facilitators: the list of conversations, and the pages of one.
import { render } from 'preact'
import { StaffShell } from '../staff/staff-shell.tsx'
import { ConversationFrame } from './conversation-frame.tsx'
import { ListPage } from './list-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { placeOf } from './place.ts'
import { askBeforeLeaving } from './saving.ts'
import { SettingsPage } from './settings-page.tsx'
import { StatementsPage } from './statements-page.tsx'

function Page() {
  const place = placeOf(location.pathname)
  if (place.page === 'list') return <ListPage />
  return (
    <ConversationFrame id={place.id}>
      {place.page === 'overview' && <OverviewPage id={place.id} />}
      {place.page === 'settings' && <SettingsPage />}
      {place.page === 'statements' && <StatementsPage id={place.id} />}
    </ConversationFrame>
  )
}

const root = document.getElementById('page')
if (root) {
  askBeforeLeaving()
  render(
    <StaffShell>
      <Page />
    </StaffShell>,
    root,
  )
}
