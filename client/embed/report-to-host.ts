// What happens on the page, told to the page around it: once it is there, when its height changes, when a vote was
// stored, when there is nothing left to vote on, and when something was refused.
import { effect } from '@preact/signals'
import { connectionReason, connectionState } from '../conversation/state.ts'
import { acknowledged, current, progress, refusal } from '../participate/ballot-state.ts'
import { justSent } from '../write/writing.ts'
import { isFramed, tellHost } from './frame.ts'

/** Begins to tell the host; does nothing on a page that stands alone. */
export function reportToHost(conversation: string): void {
  if (!isFramed) return
  tellHost({ name: 'init', conversation, title: document.title })
  reportHeight(conversation)

  let told = acknowledged.peek()
  effect(() => {
    if (acknowledged.value === told) return
    told = acknowledged.value
    const { voted, of } = progress.peek() ?? { voted: 0, of: 0 }
    tellHost({ name: 'vote', conversation, voted, of })
  })

  effect(() => {
    if (justSent.value !== null) tellHost({ name: 'write', conversation })
  })

  let isDone = false
  effect(() => {
    const wasDone = isDone
    isDone = current.value === null && (progress.value?.voted ?? 0) > 0
    if (isDone && !wasDone) tellHost({ name: 'done', conversation })
  })

  effect(() => {
    const stopped = connectionState.value === 'stopped' ? (connectionReason.value ?? 'internal') : null
    const code = refusal.value ?? stopped
    if (code !== null) tellHost({ name: 'error', conversation, code })
  })
}

function reportHeight(conversation: string): void {
  let told = 0
  const report = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    if (height === told) return
    told = height
    tellHost({ name: 'resize', conversation, height })
  }
  new ResizeObserver(report).observe(document.body)
}
