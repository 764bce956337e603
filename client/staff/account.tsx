// One's own account: password, one-time codes, single sign-on, and where one is signed in.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { done, sessionList, type StaffSession } from '../../server/protocol/staff/me.ts'
import { askStaff, type StaffRefusal } from './ask-staff.ts'
import { ChangePassword } from './change-password.tsx'
import { OneTimeCodes } from './one-time-codes.tsx'
import { say } from './say.ts'
import { SessionList } from './session-list.tsx'
import { SingleSignOn } from './single-sign-on.tsx'
import { me } from './who.ts'

export function Account() {
  if (me.value === undefined) return <p class="quiet">{say('loading')}</p>
  const { name, email, hasPassword } = me.value
  return (
    <div class="column staff-page">
      <h1>{say('yourAccount')}</h1>
      <p class="lead">{say('accountLead', { name, email })}</p>
      {me.value.needsCodes && <p class="notice">{say('codesMissing')}</p>}
      <section class="panel">
        <h2>{say('codesHeading')}</h2>
        <OneTimeCodes />
      </section>
      <section class="panel">
        <h2>{say('changePassword')}</h2>
        {hasPassword ? <ChangePassword /> : <p>{say('noPassword')}</p>}
      </section>
      <SingleSignOnSection />
      <Sessions />
    </div>
  )
}

function SingleSignOnSection() {
  return (
    <SingleSignOn connects>
      {(provider, button) => (
        <section class="panel">
          <h2>{say('singleSignOn')}</h2>
          {me.value?.usesSingleSignOn ? <p>{say('singleSignOnOn', { provider })}</p> : button}
        </section>
      )}
    </SingleSignOn>
  )
}

function Sessions() {
  const sessions = useSignal<readonly StaffSession[] | undefined>(undefined)
  const refusal = useSignal<StaffRefusal | undefined>(undefined)
  const isEnded = useSignal(false)

  async function load(): Promise<void> {
    const answer = await askStaff(staffApi.ownSessions(), sessionList)
    if ('value' in answer) sessions.value = answer.value.sessions
    else refusal.value = answer.refusal
  }
  async function end(path: string): Promise<void> {
    const answer = await askStaff(path, done, { method: 'DELETE' })
    refusal.value = 'refusal' in answer ? answer.refusal : undefined
    isEnded.value = 'value' in answer
    await load()
  }
  useEffect(() => void load(), [])

  return (
    <section class="panel">
      <h2>{say('sessions')}</h2>
      <p class="field-trouble" role="alert">
        {refusal.value?.message}
      </p>
      <SessionList
        sessions={sessions.value ?? []}
        onEnd={({ id }) => void end(staffApi.ownSession(encodeURIComponent(id)))}
      />
      {(sessions.value?.length ?? 0) > 1 && (
        <p>
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() => void end(staffApi.ownSessions())}
          >
            {say('sessionsEndOthers')}
          </button>
        </p>
      )}
      <p role="status">{isEnded.value && say('sessionsEnded')}</p>
    </section>
  )
}
