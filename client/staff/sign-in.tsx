import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { nextPage } from '../../server/protocol/staff/next-page.ts'
import { signInAnswer } from '../../server/protocol/staff/sign-in.ts'
import { type AnyErrorCode, allErrors } from '../../server/protocol/staff-errors.ts'
import { language } from '../page/boot.ts'
import { Shell } from '../page/shell.tsx'
import { askStaff } from './ask-staff.ts'
import { Field } from './field.tsx'
import { say } from './say.ts'
import { SingleSignOn } from './single-sign-on.tsx'

/** The page that led here. */
function askedFor(): string {
  return nextPage(new URLSearchParams(location.search).get('next'))
}

/** Why single sign-on led back here, in words. */
function troubleOfSingleSignOn(): string {
  const code = new URLSearchParams(location.search).get('trouble') ?? ''
  return Object.hasOwn(allErrors, code) ? allErrors[code as AnyErrorCode].words[language] : ''
}

/** The page to sign in: address and password, then the one-time code where the account has one. */
export function SignIn() {
  const email = useSignal('')
  const password = useSignal('')
  const code = useSignal('')
  const asksForCode = useSignal(false)
  const isBusy = useSignal(false)
  const trouble = useSignal(troubleOfSingleSignOn())
  const codeField = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (asksForCode.value) codeField.current?.focus()
  }, [asksForCode.value])

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    if (isBusy.value) return
    isBusy.value = true
    trouble.value = ''
    const answer = await askStaff(staffApi.signIn(), signInAnswer, {
      body: {
        email: email.value,
        password: password.value,
        ...(asksForCode.value && { code: code.value }),
      },
    })
    isBusy.value = false
    if ('refusal' in answer) {
      trouble.value = answer.refusal.message
      code.value = ''
      codeField.current?.focus()
    } else if (answer.value.isSignedIn) location.replace(askedFor())
    else asksForCode.value = true
  }

  return (
    <Shell>
      <div class="staff-door">
        <h1>{say('signInHeading')}</h1>
        <p class="lead">{say('signInFor')}</p>
        {!isSecureContext && <p class="notice notice-trouble">{say('unencrypted')}</p>}
        <SingleSignOn next={askedFor()} />
        <form class="panel staff-form" onSubmit={(event) => void submit(event)}>
          <Field
            label={say('email')}
            type="email"
            autoComplete="username"
            value={email.value}
            onValue={(value) => (email.value = value)}
          />
          <Field
            label={say('password')}
            type="password"
            autoComplete="current-password"
            value={password.value}
            onValue={(value) => (password.value = value)}
          />
          {asksForCode.value && (
            <Field
              label={say('code')}
              hint={say('codeHint')}
              autoComplete="one-time-code"
              value={code.value}
              onValue={(value) => (code.value = value)}
              inputRef={codeField}
            />
          )}
          <p class="field-trouble" role="alert">
            {trouble.value}
          </p>
          <button type="submit" class="button" aria-disabled={isBusy.value}>
            {say('signInButton')}
          </button>
        </form>
        <p class="quiet">{say('forgotten')}</p>
      </div>
    </Shell>
  )
}
