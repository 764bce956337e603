// Tells those who look at a conversation that something has changed, every few seconds at most; what it is, their pages ask.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { StaffNews } from '../staff/staff-news.ts'

const EVERY_MS = 5_000

/** Tells from now on, for as long as the conversation is in memory. */
export function tellMonitoring(conversation: LiveConversation, news: StaffNews): void {
  let timer: NodeJS.Timeout | null = null
  let toldAt = -Infinity
  const changed = () => {
    if (timer !== null) return
    const waitMs = Math.max(0, toldAt + EVERY_MS - performance.now())
    timer = setTimeout(() => {
      timer = null
      toldAt = performance.now()
      news.publish(conversation.id, 'monitoring', { atMs: Date.now() })
    }, waitMs).unref()
  }
  conversation.events.on('votes', changed)
  conversation.events.on('map', changed)
  conversation.events.on('settings', changed)
}
