import { useSignal } from '@preact/signals'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { done } from '../../server/protocol/staff/me.ts'
import { askStaff, type StaffRefusal } from './ask-staff.ts'
import { Field } from './field.tsx'
import { say } from './say.ts'
import { troubleIn } from './trouble-in.ts'

/** The form for another password. */
export function ChangePassword() {
  const current = useSignal('')
  const next = useSignal('')
  const isDone = useSignal(false)
  const refusal = useSignal<StaffRefusal | undefined>(undefined)
  const trouble = troubleIn(refusal.value)

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    refusal.value = undefined
    isDone.value = false
    const body = { current: current.value, next: next.value }
    const answer = await askStaff(staffApi.password(), done, { method: 'PUT', body })
    if ('refusal' in answer) {
      refusal.value = answer.refusal
      return
    }
    current.value = next.value = ''
    isDone.value = true
  }

  return (
    <form class="staff-form" onSubmit={(event) => void submit(event)}>
      <Field
        label={say('currentPassword')}
        type="password"
        autoComplete="current-password"
        value={current.value}
        onValue={(value) => (current.value = value)}
      />
      <Field
        label={say('newPassword')}
        hint={say('passwordHint')}
        type="password"
        autoComplete="new-password"
        value={next.value}
        onValue={(value) => (next.value = value)}
        trouble={trouble.password}
      />
      <p class="field-trouble" role="alert">
        {trouble.password === undefined && refusal.value?.message}
      </p>
      <button type="submit" class="button">
        {say('changePassword')}
      </button>
      <p role="status">{isDone.value && say('passwordChanged')}</p>
    </form>
  )
}
