import { useId } from 'preact/hooks'
import { type Grant, type Role, roles } from '../../server/protocol/privileges.ts'
import type { Team } from '../../server/protocol/staff/team.ts'
import { sayRole } from './roles.ts'
import { say } from './say.ts'

interface GrantsEditorProps {
  readonly grants: readonly Grant[]
  readonly conversations: Team['conversations']
  readonly onGrants: (grants: readonly Grant[]) => void
}

/** Roles of one person: each with where it holds, to be changed, added and removed. */
export function GrantsEditor({ grants, conversations, onGrants }: GrantsEditorProps) {
  const id = useId()
  const replace = (place: number, grant: Grant) =>
    onGrants(grants.map((each, i) => (i === place ? grant : each)))
  return (
    <div class="grants">
      {grants.map((grant, i) => {
        const number = i + 1
        return (
          <div class="grant" key={i}>
            <label class="visually-hidden" for={`${id}-role-${i}`}>
              {say('roleLabel', { number })}
            </label>
            <select
              id={`${id}-role-${i}`}
              value={grant.role}
              onChange={(event) => replace(i, { ...grant, role: event.currentTarget.value as Role })} // one of the options
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {sayRole(role)}
                </option>
              ))}
            </select>
            <label class="visually-hidden" for={`${id}-where-${i}`}>
              {say('whereLabel', { number })}
            </label>
            <select
              id={`${id}-where-${i}`}
              value={grant.conversation ?? ''}
              onChange={(event) => replace(i, { ...grant, conversation: event.currentTarget.value || null })}
            >
              <option value="">{say('everywhere')}</option>
              {conversations.map((conversation) => (
                <option key={conversation.id} value={conversation.id}>
                  {conversation.topic}
                </option>
              ))}
            </select>
            <button
              type="button"
              class="button button-quiet button-small"
              aria-label={say('removeRole', { number })}
              onClick={() => onGrants(grants.filter((_, place) => place !== i))}
            >
              {say('remove')}
            </button>
          </div>
        )
      })}
      {grants.length === 0 && <p class="quiet">{say('rolesNone')}</p>}
      <button
        type="button"
        class="button button-quiet button-small"
        onClick={() =>
          onGrants([...grants, { role: 'viewer', conversation: conversations.at(-1)?.id ?? null }])
        }
      >
        {say('addRole')}
      </button>
    </div>
  )
}
