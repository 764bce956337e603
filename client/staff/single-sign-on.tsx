import { useSignal } from '@preact/signals'
import type { ComponentChildren, VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { singleSignOnAnswer, waysToSignIn } from '../../server/protocol/staff/sign-in.ts'
import { askStaff } from './ask-staff.ts'
import { Field } from './field.tsx'
import { say } from './say.ts'
import { me } from './who.ts'

interface SingleSignOnProps {
  /** Of the invitation that is to be used. */
  readonly token?: string
  /** Where to go afterwards. */
  readonly next?: string
  /** Whether the account of whoever is signed in is to be connected. */
  readonly connects?: boolean
  /** What stands around the button. */
  readonly children?: (provider: string, button: VNode) => ComponentChildren
}

/** The button that leads to the provider of single sign-on; nothing where there is none. */
export function SingleSignOn({ token, next, connects = false, children }: SingleSignOnProps) {
  const provider = useSignal<string | null>(null)
  const trouble = useSignal('')
  const password = useSignal('')
  useEffect(() => {
    void askStaff(staffApi.singleSignOn(), waysToSignIn).then((answer) => {
      if ('value' in answer) provider.value = answer.value.singleSignOn
    })
  }, [])
  if (provider.value === null) return null

  async function leave(): Promise<void> {
    trouble.value = ''
    const body = {
      ...(token !== undefined && { token }),
      ...(next !== undefined && { next }),
      connects,
      ...(connects && { password: password.value }),
    }
    const answer = await askStaff(staffApi.singleSignOn(), singleSignOnAnswer, { body })
    if ('value' in answer) location.assign(answer.value.address)
    else trouble.value = answer.refusal.message
  }

  const words = { provider: provider.value }
  const button = (
    <div class="single-sign-on">
      {connects && me.value?.hasPassword && (
        <Field
          label={say('currentPassword')}
          type="password"
          autoComplete="current-password"
          value={password.value}
          onValue={(value) => (password.value = value)}
        />
      )}
      <button type="button" class="button button-quiet" onClick={() => void leave()}>
        {connects ? say('singleSignOnConnect', words) : say('signInWith', words)}
      </button>
      <p class="field-trouble" role="alert">
        {trouble.value}
      </p>
      {!connects && <p class="quiet or">{say('or')}</p>}
    </div>
  )
  return <>{children === undefined ? button : children(provider.value, button)}</>
}
