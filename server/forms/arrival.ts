// How somebody has reached the page to take part: in a frame, from the screen of a hall, or simply so.
import type { Context } from 'hono'
import type { ApiContext } from '../http/speaker.ts'
import type { Boot } from '../protocol/boot.ts'
import { readCode } from '../stage/join-codes.ts'
import { isFramed } from './page-address.ts'

type Doors = Pick<ApiContext, 'store' | 'limits' | 'arrivals'>

/** The mark that the page gets; null for the conversation's own page, reached by its address. */
export async function arrivalOf(
  context: Context,
  conversation: string,
  doors: Doors,
): Promise<Boot['arrival']> {
  // Browsers show the frame on pages of listed sites only.
  if (isFramed(context)) return doors.arrivals.of(conversation, 'embedded')
  const came = context.req.query('came') ?? ''
  const isEvent = came !== '' && (await isFromHall(context, conversation, came, doors))
  return isEvent ? doors.arrivals.of(conversation, 'event') : null
}

/** Whether `came` is what the page to join sends on, or the letters themselves, as the picture on the screen holds them. */
async function isFromHall(
  context: Context,
  conversation: string,
  came: string,
  { store, limits, arrivals }: Doors,
): Promise<boolean> {
  if (came.includes('.')) return arrivals.hasJoined(conversation, came, Date.now())
  // Wrong letters count as on the page to join, so that they cannot be guessed here; nobody is kept out by it.
  const { address } = limits.arrivalOf(context)
  if (!limits.letters.allows(address, performance.now())) return false
  const isRight = (await store.stage.conversationOfCode(readCode(came))) === conversation
  if (!isRight) limits.letters.take(address, performance.now())
  return isRight
}
