import { useLayoutEffect, useRef } from 'preact/hooks'
import { CopyText } from './copy-text.tsx'
import { say } from './say.ts'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  /** Whether they are all that the page shows, rather than a part of it. */
  readonly isPage?: boolean
  /** Goes on from there. */
  readonly onKept: () => void
}

/** Recovery codes, shown once. */
export function RecoveryCodes({ codes, isPage = false, onKept }: RecoveryCodesProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const Heading = isPage ? 'h1' : 'h3'
  return (
    <section class={isPage ? 'panel recovery' : 'recovery'}>
      <Heading tabindex={-1} ref={heading}>
        {say('recoveryHeading')}
      </Heading>
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
