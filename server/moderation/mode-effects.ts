// Counts what a change of the mode of moderation would do, by the same rules by which it is done.
import { closedStatements } from '../conversation/closed-statements.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { ModeEffects } from '../protocol/facilitate/modes.ts'
import { isHeld, showsUnseen } from './modes.ts'

/** What each mode would do to the statements of a conversation; `words` are those that moderators want to be told of. */
export function effectsOfModes(conversation: LiveConversation, words: RegExp | null): ModeEffects {
  const { statements, closed: before, settings } = conversation
  const held = statements.map(({ isWaiting, text }) => isWaiting && isHeld(text, words))
  return {
    modes: (['anyone', 'approval', 'staff'] as const).flatMap((whoWrites) =>
      [false, true].map((strictModeration) => {
        const releases = !showsUnseen(settings) && showsUnseen({ whoWrites, strictModeration })
        const after = closedStatements(
          statements.map(({ moderation, isWaiting }, index) => ({
            moderation,
            isWaiting: isWaiting && !(releases && !held[index]),
          })),
          { strictModeration },
        )
        const count = (is: (index: number) => boolean) => statements.filter((_, index) => is(index)).length
        return {
          ...{ whoWrites, strictModeration },
          shows: count((index) => before[index] === 1 && after[index] === 0),
          hides: count((index) => before[index] === 0 && after[index] === 1),
          holds: releases ? count((index) => held[index] === true) : 0,
        }
      }),
    ),
  }
}
