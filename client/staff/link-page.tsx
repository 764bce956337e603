// The page behind a link that works once: for the first owner, for invited people, and for whoever was locked out.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { pages } from '../../server/protocol/addresses.ts'
import { staffApi, staffPages } from '../../server/protocol/staff/addresses.ts'
import { type LinkAnswer, linkAnswer, useLinkAnswer } from '../../server/protocol/staff/sign-in.ts'
import { sayDate } from '../page/boot.ts'
import { linkTo } from '../page/link-to.ts'
import { Shell } from '../page/shell.tsx'
import { askStaff, type StaffRefusal } from './ask-staff.ts'
import { CodeSetup } from './code-setup.tsx'
import { Field } from './field.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { sayGrant } from './roles.ts'
import { say } from './say.ts'
import { SingleSignOn } from './single-sign-on.tsx'
import { troubleIn } from './trouble-in.ts'

/** Taken once: it goes on to the service in the body of a request, never in an address. */
const token = location.hash.slice(1)

export function LinkPage() {
  const link = useSignal<LinkAnswer | undefined>(undefined)
  const refusal = useSignal<StaffRefusal | undefined>(undefined)
  const recoveryCodes = useSignal<readonly string[] | undefined>(undefined)
  useEffect(() => {
    void askStaff(staffApi.link(), linkAnswer, { body: { token } }).then((answer) => {
      if ('value' in answer) link.value = answer.value
      else refusal.value = answer.refusal
    })
  }, [])

  function goOn(codes: readonly string[]): void {
    if (codes.length === 0) location.replace(linkTo(pages.facilitate()))
    else recoveryCodes.value = codes
  }

  return (
    <Shell>
      <div class="staff-door">
        {refusal.value !== undefined && (
          <>
            <h1>{say('linkTrouble')}</h1>
            <p class="notice notice-trouble" role="alert">
              {refusal.value.message}
            </p>
            <p>
              <a href={linkTo(staffPages.signIn())}>{say('toSignIn')}</a>
            </p>
          </>
        )}
        {link.value === undefined && refusal.value === undefined && <p class="quiet">{say('loading')}</p>}
        {recoveryCodes.value !== undefined && (
          <RecoveryCodes
            isPage
            codes={recoveryCodes.value}
            onKept={() => location.replace(linkTo(pages.facilitate()))}
          />
        )}
        {link.value !== undefined && recoveryCodes.value === undefined && (
          <LinkForm link={link.value} onUsed={goOn} />
        )}
      </div>
    </Shell>
  )
}

function LinkForm({
  link,
  onUsed,
}: {
  link: LinkAnswer
  onUsed: (recoveryCodes: readonly string[]) => void
}) {
  const name = useSignal(link.name)
  const email = useSignal(link.email ?? '')
  const password = useSignal('')
  const wantsCodes = useSignal(link.needsCodes)
  const code = useSignal('')
  const isBusy = useSignal(false)
  const refusal = useSignal<StaffRefusal | undefined>(undefined)
  const isNew = link.kind !== 'reset'
  const trouble = troubleIn(refusal.value)

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    if (isBusy.value) return
    isBusy.value = true
    refusal.value = undefined
    const answer = await askStaff(staffApi.useLink(), useLinkAnswer, {
      body: {
        token,
        name: name.value,
        email: email.value,
        password: password.value,
        codes: wantsCodes.value ? { key: link.codeKey, code: code.value } : null,
      },
    })
    isBusy.value = false
    if ('value' in answer) onUsed(answer.value.recoveryCodes)
    else refusal.value = answer.refusal
  }

  return (
    <>
      <h1>{headingOf(link)}</h1>
      <p class="lead">{leadOf(link)}</p>
      <p class="field-note">{say('linkGoodUntil', { date: sayDate(link.expiresAtMs) })}</p>
      {link.kind === 'invitation' && <SingleSignOn token={token} />}
      <form class="panel staff-form" onSubmit={(event) => void submit(event)}>
        {isNew && (
          <Field
            label={say('name')}
            hint={say('nameHint')}
            autoComplete="name"
            value={name.value}
            onValue={(value) => (name.value = value)}
          />
        )}
        {isNew && link.email === null && (
          <Field
            label={say('email')}
            type="email"
            autoComplete="username"
            value={email.value}
            onValue={(value) => (email.value = value)}
            trouble={trouble.email}
          />
        )}
        <Field
          label={say('newPassword')}
          hint={say('passwordHint')}
          type="password"
          autoComplete="new-password"
          value={password.value}
          onValue={(value) => (password.value = value)}
          trouble={trouble.password}
        />
        <h2>{say('codesHeading')}</h2>
        <p>{say('codesWhy')}</p>
        {!link.needsCodes && (
          <label class="choice">
            <input
              type="checkbox"
              checked={wantsCodes.value}
              onChange={(event) => (wantsCodes.value = event.currentTarget.checked)}
            />
            {say('codesWanted')}
          </label>
        )}
        {wantsCodes.value && (
          <CodeSetup
            codeKey={link.codeKey}
            address={link.codeAddress}
            code={code.value}
            onCode={(value) => (code.value = value)}
            trouble={trouble.code}
          />
        )}
        <p class="field-trouble" role="alert">
          {Object.keys(trouble).length === 0 && refusal.value?.message}
        </p>
        <button type="submit" class="button" aria-disabled={isBusy.value}>
          {isNew ? say('createAccount') : say('setNewPassword')}
        </button>
      </form>
    </>
  )
}

function headingOf({ kind, name }: LinkAnswer): string {
  if (kind === 'owner') return say('ownerHeading')
  return kind === 'reset' ? say('resetHeading', { name }) : say('invitationHeading', { name })
}

function leadOf({ kind, grants }: LinkAnswer): string {
  if (kind === 'owner') return say('ownerLead')
  if (kind === 'reset') return say('resetLead')
  if (grants.length === 0) return say('invitationNoRoles')
  return say('invitationLead', { roles: grants.map((grant) => sayGrant(grant)).join(', ') })
}
