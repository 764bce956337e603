// What the buttons and the keys do.
import { batch } from '@preact/signals'
import type { QueueItem } from '../../server/protocol/moderation.ts'
import { announcement, decide, undoLast, untilDecided } from './decide.ts'
import { openDialog } from './dialogs.ts'
import { type Command, takesLetters } from './keys.ts'
import { chooseNone, chosen, claimedByOther, currentId, go, targets, toggleChosen } from './queue.ts'
import { say } from './say.ts'

/** Name of the element that shows a statement, for the focus. */
export const elementOf = (id: number) => `statement-${id}`

/** Carries out what a button or a key asks for. */
export async function run(command: Command): Promise<void> {
  switch (command) {
    case 'next':
    case 'previous':
      if (!go(command === 'next' ? 1 : -1)) announcement.value = say(command === 'next' ? 'atEnd' : 'atStart')
      return focusCurrent()
    case 'accept':
    case 'return':
      await untilDecided()
      if (!mayDecide()) return
      await decide({ kind: command, statements: targets.value.map(({ id, seen }) => ({ id, seen })) })
      return focusCurrent()
    case 'undo':
      await untilDecided()
      await undoLast()
      return focusCurrent()
    case 'choose':
      if (currentId.value !== null) toggleChosen(currentId.value)
      return
    case 'reject':
    case 'merge':
    case 'reword':
    case 'split':
      if (!mayDecide()) return
      // Two things cannot be reworded at once.
      batch(() => {
        if (command === 'reword' || command === 'split') chooseNone()
        openDialog.value = command
      })
      return
    case 'openStatement':
      document
        .querySelector<HTMLDetailsElement>(`#${elementOf(currentId.value ?? -1)} details`)
        ?.toggleAttribute('open')
      return
    case 'search':
      document.getElementById('search')?.focus()
      return
    case 'help':
      openDialog.value = 'help'
  }
}

/** Sets or takes away a flag of the current statement. */
export async function flag(item: QueueItem, flags: { isSeed?: boolean; isMeta?: boolean }): Promise<void> {
  await decide({ kind: 'flag', statements: [{ id: item.id, seen: item.seen }], ...flags })
  focusCurrent()
}

/** Undoes one act of the history. */
export async function undoAct(act: number): Promise<void> {
  await decide({ kind: 'undo', act })
  focusCurrent()
}

/** Puts the focus on the current statement, once it is drawn, unless it is in a field or a dialog. */
export function focusCurrent(): void {
  requestAnimationFrame(() => {
    if (openDialog.value !== null || takesLetters(document.activeElement)) return
    const id = currentId.value
    const target =
      id === null ? document.getElementById('queue-heading') : document.getElementById(elementOf(id))
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest' })
  })
}

/** Whether there is something to decide about that nobody else has before them. */
function mayDecide(): boolean {
  if (targets.value.length === 0) {
    announcement.value = say('nothingCurrent')
    return false
  }
  const [only] = targets.value
  const claim = chosen.value.size === 0 && only !== undefined ? claimedByOther(only.id) : null
  if (claim === null) return true
  announcement.value = say('claimedBy', { name: claim.name })
  return false
}
