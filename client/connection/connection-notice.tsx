// How the connection is, where it matters to the reader; and votes that wait for it.
import { signal } from '@preact/signals'
import { useSignalEffect } from '@preact/signals'
import { connectionReason, connectionState } from '../conversation/state.ts'
import { say, sayError } from '../page/boot.ts'
import { reloadPage } from '../page/reload-page.ts'

const LOST_SHOWN_AFTER_MS = 400

const isLostForAWhile = signal(false)

/** A line that appears while the connection is lost, or for good when the page has to be reloaded. */
export function ConnectionNotice({ lost, waiting = 0 }: { lost: string; waiting?: number }) {
  const state = connectionState.value
  useSignalEffect(() => {
    // A restart that is over in a moment is not worth a flash on the page.
    if (connectionState.value !== 'lost') {
      isLostForAWhile.value = false
      return undefined
    }
    const timer = setTimeout(() => (isLostForAWhile.value = true), LOST_SHOWN_AFTER_MS)
    return () => clearTimeout(timer)
  })
  if (state === 'stopped') {
    return (
      <div class="notice notice-trouble notice-fixed" role="alert">
        <p>{sayError(connectionReason.value ?? 'internal')}</p>
        <button type="button" class="button" onClick={reloadPage}>
          {say('reload')}
        </button>
      </div>
    )
  }
  if (!isLostForAWhile.value) return null
  return (
    <div class="notice notice-fixed">
      <span class="notice-pulse" aria-hidden="true" />
      <p>
        {lost} {waiting > 0 && say('votesWaiting', { count: waiting })}
      </p>
    </div>
  )
}
