// One-time codes of one's own account: set up, moved to another phone, turned off, and their recovery codes.
import { useSignal } from '@preact/signals'
import * as v from 'valibot'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { done } from '../../server/protocol/staff/me.ts'
import { codeKeyAnswer, recoveryCodesAnswer } from '../../server/protocol/staff/own-account.ts'
import { askStaff, type StaffAnswer, type StaffRefusal } from './ask-staff.ts'
import { CodeSetup } from './code-setup.tsx'
import { Field } from './field.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { say } from './say.ts'
import { troubleIn } from './trouble-in.ts'
import { loadMe, me } from './who.ts'

type Step = 'none' | 'set-up' | 'turn-off' | 'renew'
type CodeKey = v.InferOutput<typeof codeKeyAnswer>

export function OneTimeCodes() {
  const step = useSignal<Step>('none')
  const codeKey = useSignal<CodeKey | undefined>(undefined)
  const password = useSignal('')
  const code = useSignal('')
  const recoveryCodes = useSignal<readonly string[] | undefined>(undefined)
  const refusal = useSignal<StaffRefusal | undefined>(undefined)
  const isOff = useSignal(false)
  const trouble = troubleIn(refusal.value)
  const { hasCodes = false, hasPassword = true, recoveryCodesLeft = 0 } = me.value ?? {}

  async function begin(next: Step): Promise<void> {
    refusal.value = undefined
    isOff.value = false
    password.value = code.value = ''
    if (next === 'set-up') {
      const answer = await askStaff(staffApi.newCodeKey(), codeKeyAnswer)
      if ('refusal' in answer) {
        refusal.value = answer.refusal
        return
      }
      codeKey.value = answer.value
    }
    step.value = next
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    refusal.value = undefined
    const asked = await change()
    if ('refusal' in asked) {
      refusal.value = asked.refusal
      return
    }
    isOff.value = step.value === 'turn-off'
    step.value = 'none'
    recoveryCodes.value = asked.value.recoveryCodes
    await loadMe()
  }

  function change(): Promise<StaffAnswer<{ readonly recoveryCodes?: readonly string[] }>> {
    const confirmed = { password: password.value }
    if (step.value === 'turn-off')
      return askStaff(staffApi.codes(), done, { method: 'DELETE', body: confirmed })
    if (step.value === 'renew')
      return askStaff(staffApi.recoveryCodes(), recoveryCodesAnswer, { body: confirmed })
    const body = { ...confirmed, key: codeKey.value?.key ?? '', code: code.value }
    return askStaff(staffApi.codes(), recoveryCodesAnswer, { method: 'PUT', body })
  }

  if (recoveryCodes.value !== undefined) {
    return <RecoveryCodes codes={recoveryCodes.value} onKept={() => (recoveryCodes.value = undefined)} />
  }
  if (step.value === 'none') {
    return (
      <>
        <p>{hasCodes ? say('codesOn') : `${say('codesOff')} ${say('codesWhy')}`}</p>
        {hasCodes && <p>{say('recoveryLeft', { count: recoveryCodesLeft })}</p>}
        <p class="actions">
          <button
            type="button"
            class={hasCodes ? 'button button-quiet' : 'button'}
            onClick={() => void begin('set-up')}
          >
            {hasCodes ? say('codesChange') : say('setUpCodes')}
          </button>
          {hasCodes && (
            <>
              <button type="button" class="button button-quiet" onClick={() => void begin('renew')}>
                {say('recoveryRenew')}
              </button>
              <button type="button" class="button button-quiet" onClick={() => void begin('turn-off')}>
                {say('codesTurnOff')}
              </button>
            </>
          )}
        </p>
        <p class="field-trouble" role="alert">
          {refusal.value?.message}
        </p>
        <p role="status">{isOff.value && say('codesAreOff')}</p>
      </>
    )
  }
  return (
    <form class="staff-form" onSubmit={(event) => void submit(event)}>
      {step.value === 'set-up' && codeKey.value !== undefined && (
        <CodeSetup
          codeKey={codeKey.value.key}
          address={codeKey.value.address}
          code={code.value}
          onCode={(value) => (code.value = value)}
          trouble={trouble.code}
        />
      )}
      {hasPassword && (
        <Field
          label={say('currentPassword')}
          type="password"
          autoComplete="current-password"
          value={password.value}
          onValue={(value) => (password.value = value)}
        />
      )}
      <p class="field-trouble" role="alert">
        {(trouble.code === undefined || step.value !== 'set-up') && refusal.value?.message}
      </p>
      <p class="actions">
        <button type="submit" class="button">
          {step.value === 'set-up' && say('setUpCodes')}
          {step.value === 'turn-off' && say('codesTurnOff')}
          {step.value === 'renew' && say('recoveryRenew')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => (step.value = 'none')}>
          {say('cancel')}
        </button>
      </p>
    </form>
  )
}
