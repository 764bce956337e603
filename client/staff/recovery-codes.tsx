import { useEffect, useRef } from 'preact/hooks'
import { CopyText } from './copy-text.tsx'
import { say } from './say.ts'

/** Recovery codes, shown once; `onKept` goes on from there. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="panel recovery">
      <h2 tabindex={-1} ref={heading}>
        {say('recoveryHeading')}
      </h2>
      <p>{say('recoveryLead')}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" class="button" onClick={onKept}>
          {say('recoveryKept')}
        </button>
        <CopyText text={codes.join('\n')} label={say('recoveryCopy')} />
      </p>
    </section>
  )
}
