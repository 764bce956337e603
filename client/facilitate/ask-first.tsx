// A press that takes away what cannot be brought back is asked about first, where it was made.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { focusSoon } from './focus-soon.ts'
import { say } from './say.ts'

interface AskFirstProps {
  /** Whether anything would be lost; where nothing would, the press is done at once. */
  readonly isNeeded: boolean
  /** What would be lost, where the two buttons do not say it. */
  readonly why?: string | undefined
  /** Name of the button, where what stands on it does not say which of several it is. */
  readonly label?: string | undefined
  readonly yes: string
  readonly onYes: () => void
  /** What stands on the button. */
  readonly children: ComponentChildren
}

export function AskFirst({ isNeeded, why, label, yes, onYes, children }: AskFirstProps) {
  const isAsking = useSignal(false)
  const group = useRef<HTMLSpanElement>(null)
  const ask = () => {
    if (!isNeeded) return onYes()
    isAsking.value = true
    focusSoon(group, 'button')
  }
  const keep = () => {
    isAsking.value = false
    focusSoon(group, 'button')
  }
  const isShown = isAsking.value && isNeeded
  return (
    <span
      class="ask-first"
      ref={group}
      role={isShown ? 'group' : undefined}
      aria-label={isShown ? label : undefined}
    >
      {isShown ? (
        <>
          {why !== undefined && <span class="field-note">{why}</span>}
          <button key="keep" type="button" class="button button-quiet button-small" onClick={keep}>
            {say('keepIt')}
          </button>
          <button key="yes" type="button" class="button button-trouble button-small" onClick={onYes}>
            {yes}
          </button>
        </>
      ) : (
        <button
          key="ask"
          type="button"
          aria-label={label}
          class="button button-quiet button-small"
          onClick={ask}
        >
          {children}
        </button>
      )}
    </span>
  )
}
