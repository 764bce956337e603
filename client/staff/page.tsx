// The pages of accounts, of the team and of the audit log: which one, the address says.
import { render } from 'preact'
import { staffPages } from '../../server/protocol/staff/addresses.ts'
import { Account } from './account.tsx'
import { Audit } from './audit.tsx'
import { LinkPage } from './link-page.tsx'
import { SignIn } from './sign-in.tsx'
import { StaffShell } from './staff-shell.tsx'
import { TeamPage } from './team.tsx'

function Page() {
  switch (location.pathname) {
    case staffPages.signIn():
      return <SignIn />
    case staffPages.firstOwner():
    case staffPages.invitation():
    case staffPages.reset():
      return <LinkPage />
    default:
      return (
        <StaffShell>
          <Inside />
        </StaffShell>
      )
  }
}

function Inside() {
  if (location.pathname === staffPages.account()) return <Account />
  if (location.pathname === staffPages.team()) return <TeamPage />
  const conversation = /^\/facilitate\/([^/]+)\/audit$/.exec(location.pathname)?.[1] ?? null
  return <Audit conversation={conversation} />
}

const root = document.getElementById('page')
if (root) render(<Page />, root)
