// Two buttons that move something up or down in its list; where it cannot go further that way there is none.
import { say } from './say.ts'

interface MoveButtonsProps {
  /** What is moved, for those who hear the buttons only. */
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  onMove(by: -1 | 1): void
}

export function MoveButtons({ name, isFirst, isLast, onMove }: MoveButtonsProps) {
  return (
    <>
      {!isFirst && (
        <button
          type="button"
          class="button button-quiet button-small move-up"
          aria-label={`${say('moveUp')}: ${name}`}
          onClick={() => onMove(-1)}
        >
          {say('moveUp')}
        </button>
      )}
      {!isLast && (
        <button
          type="button"
          class="button button-quiet button-small move-down"
          aria-label={`${say('moveDown')}: ${name}`}
          onClick={() => onMove(1)}
        >
          {say('moveDown')}
        </button>
      )}
    </>
  )
}
