import type { StaffRoutes } from '../staff/staff-routes.ts'
import type { Monitor } from './monitor.ts'

export function addMonitoring(routes: StaffRoutes, monitor: Monitor): void {
  routes.ofConversation('get', '/monitoring', 'see-monitoring', async ({ context, conversation }) =>
    context.json(await monitor.look(conversation, Date.now())),
  )
}
