// What the other modes of moderation would do to the statements there are, said before one of them is chosen, because a choice
// is saved at once.
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import { modeEffects, type ModeEffects } from '../../server/protocol/facilitate/modes.ts'
import { latestOf } from '../connection/latest.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { conversation } from './conversation.ts'
import { shownValue } from './saving.ts'
import { say } from './say.ts'

type Mode = ModeEffects['modes'][number]

const modes = signal<readonly Mode[]>([])
const beginLoading = latestOf()

async function load(id: string): Promise<void> {
  const isLatest = beginLoading()
  const answer = await askStaff(facilitateApi.modes(id), modeEffects)
  if (isLatest() && 'value' in answer) modes.value = answer.value.modes
}

/** A line for each choice of the setting that would show, hide or hold statements. */
export function ModeEffectsOf({
  name,
  options,
}: {
  name: 'whoWrites' | 'strictModeration'
  options: readonly (readonly [value: string | boolean, words: string])[]
}) {
  const shown = conversation.value
  useEffect(() => {
    if (shown !== undefined) void load(shown.id)
  }, [shown])
  const now = { whoWrites: shownValue('whoWrites'), strictModeration: shownValue('strictModeration') }
  const lines = options.flatMap(([value, words]) => {
    const wanted = { ...now, [name]: value }
    const mode = modes.value.find(
      ({ whoWrites, strictModeration }) =>
        whoWrites === wanted.whoWrites && strictModeration === wanted.strictModeration,
    )
    const effects = mode === undefined || value === now[name] ? [] : effectsOf(mode)
    return effects.length === 0 ? [] : [say('modeEffect', { choice: words, effects: effects.join(' ') })]
  })
  if (lines.length === 0) return null
  return (
    <ul class="mode-effects field-note" id={`${name}-effects`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function effectsOf({ shows, hides, holds }: Mode): string[] {
  return [
    shows > 0 ? say('modeShows', { count: shows }) : '',
    hides > 0 ? say('modeHides', { count: hides }) : '',
    holds > 0 ? say('modeHolds', { count: holds }) : '',
  ].filter((each) => each !== '')
}
