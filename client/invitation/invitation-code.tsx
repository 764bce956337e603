import { useSignal } from '@preact/signals'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import { say, sayError } from '../page/boot.ts'
import { codeOfAddress, enterCode, firstCode } from './invitation.ts'

/** In the place of the ballot, for somebody who has not entered an invitation code where one is needed. */
export function InvitationCode() {
  const [first] = useState(firstCode)
  const code = useSignal(first)
  const trouble = useSignal<ErrorCode | null>(null)
  const isBusy = useSignal(false)
  useLayoutEffect(() => {
    const take = () => (code.value = codeOfAddress() || code.peek())
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    if (isBusy.value || code.value.trim() === '') return
    isBusy.value = true
    trouble.value = await enterCode(code.value)
    isBusy.value = false
  }
  return (
    <form
      class="ballot ballot-ending"
      aria-labelledby="invitation-heading"
      onSubmit={(event) => void submit(event)}
    >
      <h2 id="invitation-heading">{say('invitationHeading')}</h2>
      <label for="invitation-code">{say('invitationLabel')}</label>
      <input
        id="invitation-code"
        class="text-field"
        value={code.value}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={100}
        aria-invalid={trouble.value !== null}
        aria-describedby="invitation-trouble"
        onInput={(event) => (code.value = event.currentTarget.value)}
      />
      <p id="invitation-trouble" role="alert" class={trouble.value ? 'notice notice-trouble' : undefined}>
        {trouble.value && sayError(trouble.value)}
      </p>
      <button type="submit" class="button" aria-disabled={isBusy.value}>
        {say('invitationSend')}
      </button>
    </form>
  )
}
