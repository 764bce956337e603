// One person of the team: roles, sessions, a link to a new password, and the end of the account.
import { useSignal } from '@preact/signals'
import * as v from 'valibot'
import type { Grant } from '../../server/protocol/privileges.ts'
import { staffApi, staffPages } from '../../server/protocol/staff/addresses.ts'
import { done } from '../../server/protocol/staff/me.ts'
import { linkMade, type Team, type TeamMember } from '../../server/protocol/staff/team.ts'
import { askStaff, type StaffRefusal } from './ask-staff.ts'
import { GrantsEditor } from './grants-editor.tsx'
import { LinkOnce } from './link-once.tsx'
import { sayGrant } from './roles.ts'
import { say } from './say.ts'
import { SessionList } from './session-list.tsx'
import { loadTeam, teamNews, topics } from './team-state.ts'
import { me } from './who.ts'

type Open = 'nothing' | 'roles' | 'sessions' | 'remove'

interface PersonProps {
  readonly member: TeamMember
  readonly conversations: Team['conversations']
}

export function Person({ member, conversations }: PersonProps) {
  const { number, name } = member
  const open = useSignal<Open>('nothing')
  const link = useSignal<v.InferOutput<typeof linkMade> | undefined>(undefined)
  const refusal = useSignal<StaffRefusal | undefined>(undefined)
  const toggle = (what: Open) => (open.value = open.value === what ? 'nothing' : what)

  /** Says what came of a change; what was open closes where it was done. */
  async function settle(answer: { value: unknown } | { refusal: StaffRefusal }, news: string): Promise<void> {
    refusal.value = 'refusal' in answer ? answer.refusal : undefined
    if ('value' in answer) {
      teamNews.value = news
      open.value = 'nothing'
    }
    if ('value' in answer || answer.refusal.code === 'unknown-account') await loadTeam()
  }
  async function makeLink(): Promise<void> {
    const answer = await askStaff(staffApi.resetLink(number), linkMade, { method: 'POST' })
    refusal.value = 'refusal' in answer ? answer.refusal : undefined
    if ('value' in answer) link.value = answer.value
  }
  async function saveGrants(grants: readonly Grant[], before: readonly Grant[]): Promise<void> {
    const answer = await askStaff(staffApi.grants(number), done, { method: 'PUT', body: { grants, before } })
    await settle(answer, say('rolesChanged', { name }))
  }
  async function remove(): Promise<void> {
    await settle(
      await askStaff(staffApi.member(number), done, { method: 'DELETE' }),
      say('removed', { name }),
    )
  }
  async function endSession(id: string): Promise<void> {
    const path = staffApi.memberSession(number, encodeURIComponent(id))
    const answer = await askStaff(path, done, { method: 'DELETE' })
    refusal.value = 'refusal' in answer ? answer.refusal : undefined
    if ('value' in answer) teamNews.value = say('sessionsEnded')
    await loadTeam()
  }

  return (
    <li class="person">
      <Facts member={member} />
      <p class="person-actions">
        <Toggle
          words={say('changeRoles')}
          label={say('changeRolesOf', { name })}
          isOpen={open.value === 'roles'}
          onToggle={() => toggle('roles')}
        />
        <Toggle
          words={say('endSessions')}
          label={say('sessionsOf', { name })}
          isOpen={open.value === 'sessions'}
          onToggle={() => toggle('sessions')}
        />
        <button
          type="button"
          class="button button-quiet button-small"
          aria-label={say('newWayInOf', { name })}
          onClick={() => void makeLink()}
        >
          {say('newWayIn')}
        </button>
        <Toggle
          words={say('removePerson')}
          label={say('removePersonOf', { name })}
          isOpen={open.value === 'remove'}
          onToggle={() => toggle('remove')}
        />
      </p>
      <p class="field-trouble" role="alert">
        {refusal.value?.message}
      </p>
      {open.value === 'roles' && (
        <ChangeRoles
          member={member}
          conversations={conversations}
          onSave={saveGrants}
          onCancel={() => toggle('roles')}
        />
      )}
      {open.value === 'sessions' && (
        <>
          {member.sessions.length === 0 && <p>{say('signedInNowhere')}</p>}
          <SessionList sessions={member.sessions} onEnd={({ id }) => void endSession(id)} />
        </>
      )}
      {open.value === 'remove' && (
        <div class="notice notice-trouble">
          <p>{say('removeSure', { name })}</p>
          <p class="actions">
            <button type="button" class="button button-trouble" onClick={() => void remove()}>
              {say('removeYes', { name })}
            </button>
            <button type="button" class="button button-quiet" onClick={() => toggle('remove')}>
              {say('cancel')}
            </button>
          </p>
        </div>
      )}
      {link.value !== undefined && (
        <LinkOnce
          name={name}
          path={staffPages.reset(link.value.token)}
          expiresAtMs={link.value.expiresAtMs}
        />
      )}
    </li>
  )
}

function Facts({ member }: { member: TeamMember }) {
  const { number, name, email, grants, hasCodes, usesSingleSignOn, sessions } = member
  const facts = [
    hasCodes ? say('withCodes') : say('withoutCodes'),
    ...(usesSingleSignOn ? [say('withSingleSignOn')] : []),
    sessions.length === 0 ? say('signedInNowhere') : say('signedInIn', { count: sessions.length }),
  ]
  return (
    <div>
      <h3>
        {name} {number === me.value?.account && <span class="tag">{say('you')}</span>}
      </h3>
      <p class="card-facts">
        <span>{email}</span>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <p>
        {grants.length === 0 ? say('rolesNone') : grants.map((grant) => sayGrant(grant, topics())).join('; ')}
      </p>
    </div>
  )
}

interface ToggleProps {
  readonly words: string
  readonly label: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Toggle({ words, label, isOpen, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      class="button button-quiet button-small"
      aria-label={label}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      {words}
    </button>
  )
}

interface ChangeRolesProps extends PersonProps {
  readonly onSave: (grants: readonly Grant[], before: readonly Grant[]) => Promise<void>
  readonly onCancel: () => void
}

function ChangeRoles({ member, conversations, onSave, onCancel }: ChangeRolesProps) {
  const before = useSignal(member.grants)
  const grants = useSignal<readonly Grant[]>(member.grants)
  return (
    <div class="staff-form" role="group" aria-label={say('rolesOf', { name: member.name })}>
      <GrantsEditor
        grants={grants.value}
        conversations={conversations}
        onGrants={(changed) => (grants.value = changed)}
      />
      <p class="actions">
        <button type="button" class="button" onClick={() => void onSave(grants.value, before.value)}>
          {say('save')}
        </button>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {say('cancel')}
        </button>
      </p>
    </div>
  )
}
