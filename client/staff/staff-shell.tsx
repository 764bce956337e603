// The frame of every page of staff: the way to the other pages, who is signed in, and what has to be known at once.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { pages } from '../../server/protocol/addresses.ts'
import { staffApi, staffPages } from '../../server/protocol/staff/addresses.ts'
import { done } from '../../server/protocol/staff/me.ts'
import { linkTo } from '../page/link-to.ts'
import { Shell } from '../page/shell.tsx'
import { askStaff, isSignedOut } from './ask-staff.ts'
import { keepFocus } from './keep-focus.ts'
import { say } from './say.ts'
import { loadMe, may, me } from './who.ts'

/** Frame of a page of staff; `children` go into its main landmark. Loads who is signed in. */
export function StaffShell({ children }: { children: ComponentChildren }) {
  useEffect(() => void loadMe(), [])
  useEffect(keepFocus, [])
  return (
    <Shell navigation={<Navigation />}>
      {isSignedOut.value && (
        <p class="notice notice-trouble staff-notice" role="alert">
          {say('signedOutNotice')}{' '}
          <a href={linkTo(staffPages.signIn())} target="_blank" rel="noopener">
            {say('signInAgain')}
          </a>
        </p>
      )}
      {me.value?.needsCodes && location.pathname !== staffPages.account() && (
        <p class="notice staff-notice">
          {say('codesMissing')} <a href={linkTo(staffPages.account())}>{say('setUpCodes')}</a>
        </p>
      )}
      {children}
    </Shell>
  )
}

function Navigation() {
  if (me.value === undefined) return null
  return (
    <nav class="staff-navigation" aria-label={say('navigation')}>
      <ul>
        <Entry path={pages.facilitate()} words={say('conversations')} />
        {may('manage-staff') && <Entry path={staffPages.team()} words={say('team')} />}
        {may('read-audit-log') && <Entry path={staffPages.audit()} words={say('auditLog')} />}
        <Entry path={staffPages.account()} words={say('yourAccount')} />
        <li>
          <button type="button" class="button button-quiet button-small" onClick={() => void signOut()}>
            {say('signOut')}
          </button>
        </li>
      </ul>
    </nav>
  )
}

function Entry({ path, words }: { path: string; words: string }) {
  return (
    <li>
      <a href={linkTo(path)} aria-current={location.pathname === path ? 'page' : undefined}>
        {words}
      </a>
    </li>
  )
}

async function signOut(): Promise<void> {
  const answer = await askStaff(staffApi.signOut(), done, { method: 'POST' })
  if ('value' in answer || answer.refusal.code === 'sign-in-needed') {
    location.assign(linkTo(staffPages.signIn()))
  }
}
