// How far an import has come: what is being done, and a bar where a share is known.
import type { ImportStage } from '../../server/protocol/imports.ts'
import { sending } from './import-state.ts'
import { say } from './say.ts'

interface Step {
  readonly text: string
  /** Null where nobody can tell. */
  readonly share: number | null
}

export function Progress({ stage }: { stage: ImportStage | null }) {
  const step = stepOf(stage)
  return (
    <div class="import-progress">
      <p role="status">{step?.text}</p>
      {step !== null && (
        <progress
          max={100}
          {...(step.share !== null && { value: Math.floor(100 * step.share) })}
          aria-label={step.text}
        />
      )}
    </div>
  )
}

function stepOf(stage: ImportStage | null): Step | null {
  if (sending.value !== null) {
    const { file, share } = sending.value
    return { text: say('uploading', { file }), share }
  }
  if (stage?.kind === 'storing') return { text: say('importing'), share: stage.share }
  if (stage?.kind !== 'reading') return null
  return { text: say(stage.step), share: stage.share }
}
