// The team: people with their roles, invitations, and what each role may do.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import * as v from 'valibot'
import { roles, type Grant } from '../../server/protocol/privileges.ts'
import { staffApi, staffPages } from '../../server/protocol/staff/addresses.ts'
import { done } from '../../server/protocol/staff/me.ts'
import { type Invitation, linkMade, type Team } from '../../server/protocol/staff/team.ts'
import { sayDate } from '../page/boot.ts'
import { askStaff, type StaffRefusal } from './ask-staff.ts'
import { Field } from './field.tsx'
import { GrantsEditor } from './grants-editor.tsx'
import { LinkOnce } from './link-once.tsx'
import { Person } from './person.tsx'
import { sayGrant, sayRole, sayWhatRoleMay } from './roles.ts'
import { say } from './say.ts'
import { loadTeam, team, teamNews, teamRefusal, topics } from './team-state.ts'

export function TeamPage() {
  useEffect(() => void loadTeam(), [])
  return (
    <div class="column staff-page">
      <h1>{say('team')}</h1>
      <p class="lead">{say('teamLead')}</p>
      {teamRefusal.value !== undefined && (
        <p class="notice notice-trouble" role="alert">
          {teamRefusal.value.message}
        </p>
      )}
      <p role="status" class="team-news">
        {teamNews.value}
      </p>
      {team.value === undefined && teamRefusal.value === undefined && <p class="quiet">{say('loading')}</p>}
      {team.value !== undefined && <Everybody team={team.value} />}
    </div>
  )
}

function Everybody({ team: { members, invitations, conversations } }: { team: Team }) {
  return (
    <>
      <section class="panel">
        <h2>{say('people')}</h2>
        <ul class="people">
          {members.map((member) => (
            <Person key={member.number} member={member} conversations={conversations} />
          ))}
        </ul>
      </section>
      <section class="panel">
        <h2>{say('invite')}</h2>
        <Invite conversations={conversations} />
      </section>
      <section class="panel">
        <h2>{say('invitations')}</h2>
        {invitations.length === 0 && <p class="quiet">{say('invitationsNone')}</p>}
        <ul class="people">
          {invitations.map((invitation) => (
            <OpenInvitation key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      </section>
      <section class="panel">
        <h2>{say('rolesHeading')}</h2>
        <dl class="role-facts">
          {roles.map((role) => (
            <div key={role}>
              <dt>{sayRole(role)}</dt>
              <dd>{sayWhatRoleMay(role)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

function Invite({ conversations }: Pick<Team, 'conversations'>) {
  const name = useSignal('')
  const email = useSignal('')
  const grants = useSignal<readonly Grant[]>([
    { role: 'moderator', conversation: conversations.at(-1)?.id ?? null },
  ])
  const made = useSignal<(v.InferOutput<typeof linkMade> & { name: string }) | undefined>(undefined)
  const refusal = useSignal<StaffRefusal | undefined>(undefined)

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    refusal.value = undefined
    const body = { name: name.value, email: email.value.trim() || null, grants: grants.value }
    const answer = await askStaff(staffApi.invitations(), linkMade, { body })
    if ('refusal' in answer) {
      refusal.value = answer.refusal
      return
    }
    made.value = { ...answer.value, name: name.value }
    name.value = email.value = ''
    await loadTeam()
  }

  return (
    <form class="staff-form" onSubmit={(event) => void submit(event)}>
      <Field label={say('inviteName')} value={name.value} onValue={(value) => (name.value = value)} />
      <Field
        label={say('inviteEmail')}
        hint={say('inviteEmailHint')}
        type="email"
        isRequired={false}
        value={email.value}
        onValue={(value) => (email.value = value)}
      />
      <GrantsEditor
        grants={grants.value}
        conversations={conversations}
        onGrants={(changed) => (grants.value = changed)}
      />
      <p class="field-trouble" role="alert">
        {refusal.value?.message}
      </p>
      <button type="submit" class="button">
        {say('inviteButton')}
      </button>
      {made.value !== undefined && (
        <LinkOnce
          name={made.value.name}
          path={staffPages.invitation(made.value.token)}
          expiresAtMs={made.value.expiresAtMs}
        />
      )}
    </form>
  )
}

function OpenInvitation({ invitation }: { invitation: Invitation }) {
  const { id, name, email, grants, expiresAtMs } = invitation
  const refusal = useSignal<StaffRefusal | undefined>(undefined)

  async function takeBack(): Promise<void> {
    const answer = await askStaff(staffApi.invitation(encodeURIComponent(id)), done, { method: 'DELETE' })
    refusal.value = 'refusal' in answer ? answer.refusal : undefined
    if ('value' in answer) teamNews.value = say('takenBack', { name })
    await loadTeam()
  }

  return (
    <li class="person">
      <p>
        <strong>{name}</strong> {email !== null && <span class="quiet">{email}</span>}{' '}
        <span class="quiet">{say('invitationUntil', { date: sayDate(expiresAtMs) })}</span>
        <br />
        {grants.length === 0 ? say('rolesNone') : grants.map((grant) => sayGrant(grant, topics())).join('; ')}
      </p>
      <p class="field-trouble" role="alert">
        {refusal.value?.message}
      </p>
      <button
        type="button"
        class="button button-quiet button-small"
        aria-label={say('takeBackOf', { name })}
        onClick={() => void takeBack()}
      >
        {say('takeBack')}
      </button>
    </li>
  )
}
