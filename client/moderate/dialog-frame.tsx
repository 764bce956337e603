import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useId, useRef } from 'preact/hooks'
import { focusCurrent } from './commands.ts'
import { openDialog } from './dialogs.ts'
import { say } from './say.ts'

interface DialogFrameProps {
  readonly heading: string
  readonly children: ComponentChildren
  /** What is wrong, in words. */
  readonly trouble?: string | null
  /** Words on the button that does it; without them there is nothing to do but read. */
  readonly doIt?: string
  readonly isBusy?: boolean
  readonly onSubmit?: () => void
}

/** A dialog over the page. Escape and the button close it; the focus goes back to where it was. */
export function DialogFrame({ heading, children, trouble, doIt, isBusy, onSubmit }: DialogFrameProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const before = document.activeElement
    const frame = dialog.current
    frame?.showModal()
    return () => {
      // While it is open, nothing beneath it can take the focus.
      frame?.close()
      // What was decided about is often gone by now.
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
      else focusCurrent()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class="moderate-dialog"
      aria-labelledby={id}
      onClose={() => {
        // One that has gone already must not close the next.
        if (dialog.current !== null) openDialog.value = null
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isBusy !== true) onSubmit?.()
        }}
      >
        <h2 id={id}>{heading}</h2>
        {children}
        <div role="alert">{trouble && <p class="field-trouble">{trouble}</p>}</div>
        <p class="dialog-actions">
          {doIt !== undefined && (
            <button type="submit" class="button" aria-disabled={isBusy}>
              {doIt}
            </button>
          )}
          <button type="button" class="button button-quiet" onClick={() => dialog.current?.close()}>
            {say('close')}
          </button>
        </p>
      </form>
    </dialog>
  )
}
