import { useSignal } from '@preact/signals'
import { pages } from '../../server/protocol/addresses.ts'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import { madeInvitations } from '../../server/protocol/facilitate/conversation.ts'
import { sayNumber } from '../page/boot.ts'
import { publicAddress } from '../page/public-address.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { Field } from '../staff/field.tsx'
import { may } from '../staff/who.ts'
import { conversation, loadConversation } from './conversation.ts'
import { say } from './say.ts'

/** Makes invitation codes and hands them out as a table, once. */
export function CodesSection() {
  const count = useSignal('100')
  const codes = useSignal<readonly string[]>([])
  const trouble = useSignal('')
  const shown = conversation.value!
  const { id, invitations } = shown
  async function make(event: Event): Promise<void> {
    event.preventDefault()
    const wanted = Number(count.value)
    const isAllowed = Number.isInteger(wanted) && wanted >= 1 && wanted <= 10_000
    trouble.value = isAllowed ? '' : say('codesCountRule')
    if (!isAllowed) return
    const answer = await askStaff(facilitateApi.invitations(id), madeInvitations, { body: { count: wanted } })
    if ('refusal' in answer) trouble.value = answer.refusal.message
    else {
      codes.value = answer.value.codes
      void loadConversation(id)
    }
  }
  return (
    <section class="setting" aria-labelledby="codes-heading">
      <h3 id="codes-heading">{say('codesHeading')}</h3>
      <p class="field-note">{say('codesHelp')}</p>
      <p>{say('codesCounts', { made: sayNumber(invitations.made), used: sayNumber(invitations.used) })}</p>
      {may('invite-voters', id) && (
        <form class="staff-form" onSubmit={(event) => void make(event)}>
          <Field
            label={say('codesCount')}
            inputMode="numeric"
            value={count.value}
            onValue={(value) => (count.value = value)}
            trouble={trouble.value || undefined}
          />
          <button type="submit" class="button button-quiet">
            {say('codesMake')}
          </button>
        </form>
      )}
      <div role="status">
        {codes.value.length > 0 && (
          <p class="actions">
            {say('codesMade', { count: codes.value.length })}{' '}
            <a class="button" href={tableOf(id, codes.value)} download={`${id}-codes.csv`}>
              {say('codesDownload')}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

/** The codes with the addresses that fill them in, as a file that never leaves this device. */
function tableOf(id: string, codes: readonly string[]): string {
  const address = publicAddress(pages.takePart(id))
  const rows = codes.map((code) => `${code},${address}#code=${code}`)
  const text = `\ufeff${say('codeColumn')},${say('addressColumn')}\r\n${rows.join('\r\n')}\r\n`
  return URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
}
