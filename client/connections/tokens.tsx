// Tokens with which other programs read the results before everybody may.
import { useSignal } from '@preact/signals'
import { sayDate } from '../page/boot.ts'
import { Field } from '../staff/field.tsx'
import { say } from './say.ts'
import { ShownOnce } from './shown-once.tsx'
import { makeToken, newToken, revokeToken, tokens, trouble } from './state.ts'
import { SureButton } from './sure-button.tsx'

export function Tokens() {
  const name = useSignal('')
  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    if (await makeToken(name.value)) name.value = ''
  }
  return (
    <section class="panel" aria-labelledby="tokens-heading">
      <h2 id="tokens-heading">{say('tokensHeading')}</h2>
      <p>{say('tokensIntro')}</p>
      {tokens.value?.length === 0 && <p class="quiet">{say('tokensNone')}</p>}
      {tokens.value !== undefined && tokens.value.length > 0 && (
        <ul class="session-list">
          {tokens.value.map(({ id, name, createdAtMs, revokedAtMs }) => (
            <li key={id}>
              <span>
                <span dir="auto">{name}</span>
                <br />
                <span class="field-note">
                  {revokedAtMs === null
                    ? say('madeOn', { date: sayDate(createdAtMs) })
                    : say('revokedOn', { date: sayDate(revokedAtMs) })}
                </span>
              </span>
              {revokedAtMs === null && (
                <SureButton
                  words={say('revoke')}
                  sure={say('revokeSure')}
                  about={name}
                  onSure={() => void revokeToken(id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {newToken.value !== null && <ShownOnce label={say('newToken')} text={newToken.value} />}
      <form class="staff-form" onSubmit={(event) => void submit(event)}>
        <Field
          label={say('tokenName')}
          hint={say('tokenNameHint')}
          value={name.value}
          onValue={(value) => (name.value = value)}
          trouble={trouble.value?.part === 'tokens' ? trouble.value.message : undefined}
        />
        <button type="submit" class="button">
          {say('makeToken')}
        </button>
      </form>
    </section>
  )
}
