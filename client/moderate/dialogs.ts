// Which dialog is open, and what of it was typed before a reload or a slip: texts are kept until they have been sent.
import { signal } from '@preact/signals'

export type DialogName = 'reject' | 'merge' | 'reword' | 'split' | 'help'

export const openDialog = signal<DialogName | null>(null)
/** The reason that was given last: the next rejection begins with it. */
export const lastReason = signal(0)

const drafts = new Map<string, string>()

/** What was typed about a statement and not sent. */
export function draftOf(name: string, statement: number, otherwise: string): string {
  return drafts.get(`${name} ${statement}`) ?? otherwise
}

export function keepDraft(name: string, statement: number, text: string | null): void {
  if (text === null) drafts.delete(`${name} ${statement}`)
  else drafts.set(`${name} ${statement}`, text)
}
