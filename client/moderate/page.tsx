// The queue of one conversation, for its moderators.
import { render } from 'preact'
import { boot } from '../page/boot.ts'
import { StaffShell } from '../staff/staff-shell.tsx'

function Page() {
  return (
    <StaffShell>
      <h1>{boot.conversation?.topic}</h1>
    </StaffShell>
  )
}

const root = document.getElementById('page')
if (root) render(<Page />, root)
