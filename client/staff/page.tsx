// The pages of accounts and of the team: which one, the address says.
import { render } from 'preact'
import { staffPages } from '../../server/protocol/staff/addresses.ts'
import { SignIn } from './sign-in.tsx'
import { StaffShell } from './staff-shell.tsx'

function Page() {
  if (location.pathname === staffPages.signIn()) return <SignIn />
  return <StaffShell>{null}</StaffShell>
}

const root = document.getElementById('page')
if (root) render(<Page />, root)
