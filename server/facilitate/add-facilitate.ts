// Everything that facilitators do with conversations, as addresses. Each change is told to the others who look.
import type { Context } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import type { Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import type { StaffNews } from '../staff/staff-news.ts'
import type { Store } from '../store/store.ts'
import { LastChanges } from './change-conversation.ts'
import { addConversationRoutes } from './conversation-routes.ts'
import { addLifecycleRoutes } from './lifecycle-routes.ts'
import { Monitor } from './monitor.ts'
import { addMonitoring } from './monitoring-routes.ts'
import { addPreparationRoutes } from './preparation-routes.ts'

export interface Facilitation {
  readonly store: Store
  readonly conversations: Conversations
  readonly news: StaffNews
  readonly refuse: Refuse
  /** Sockets of a conversation that are open now. */
  connected(conversation: string): number
  /** Shows the page of facilitators; which one, its address says. */
  page(context: Context): Response | Promise<Response>
}

/** What the routes share. */
export interface FacilitationContext extends Facilitation {
  readonly last: LastChanges
  /** Tells the others who look at a conversation what somebody has changed. */
  announce(conversation: string, names: readonly string[], by: string): void
}

export function addFacilitate(routes: StaffRoutes, facilitation: Facilitation): void {
  const last = new LastChanges()
  const context: FacilitationContext = {
    ...facilitation,
    last,
    announce(conversation, names, by) {
      const atMs = Date.now()
      last.note(conversation, names, by, atMs)
      facilitation.news.publish(conversation, 'settings', { names: [...names], by, atMs })
    },
  }
  routes.ofPage('/facilitate', 'use-own-account', (request) => facilitation.page(request.context))
  for (const page of ['', '/settings', '/statements']) {
    routes.ofPage(`/facilitate/:id${page}`, 'see-conversation', (request) =>
      facilitation.page(request.context),
    )
  }
  addConversationRoutes(routes, context)
  addLifecycleRoutes(routes, context)
  addPreparationRoutes(routes, context)
  addMonitoring(routes, new Monitor(context))
}
