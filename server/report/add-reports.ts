// Everything about reports over HTTP: the pages for readers and, for staff, what they write and publish.
import type { Context, Hono } from 'hono'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Conversations } from '../conversation/conversations.ts'
import type { Exports } from '../export/exports.ts'
import { hiddenFrom } from '../http/results.ts'
import { roleFor } from '../protocol/privileges.ts'
import type { Refuse, StaffDoor, StaffRoutes } from '../staff/staff-routes.ts'
import type { Store } from '../store/store.ts'
import { addReportApi } from './report-api.ts'
import { addReportDesk } from './desk-routes.ts'
import { addReportPages } from './report-pages.ts'
import { ReportShell } from './report-shell.ts'
import type { Reports } from './reports.ts'
import { addVersionPages } from './version-pages.ts'

export interface AddReportsOptions {
  readonly conversations: Conversations
  readonly store: Store
  readonly routes: StaffRoutes
  readonly door: StaffDoor
  readonly reports: Reports
  readonly exports: Exports | null
  /** Folder of the built pages. */
  readonly clientFolder: string
  readonly publicUrl: string | null
  readonly refuse: Refuse
  /** Shows the page of the results room. */
  page(context: Context, conversation: LiveConversation): Response | Promise<Response>
}

export function addReports(app: Hono, options: AddReportsOptions): void {
  const { routes, door, clientFolder } = options
  const shell = new ReportShell(clientFolder)
  addReportPages(app, {
    ...options,
    shell,
    async whyHidden(context, conversation) {
      const hidden = await hiddenFrom(context, conversation)
      if (hidden === null) return null
      const member = await door.memberOf(context)
      if (member === null) return hidden
      return roleFor(member.grants, 'read-report-draft', conversation.id) === null ? hidden : 'draft'
    },
  })
  addVersionPages(app, { ...options, shell })
  addReportApi(app, options)
  addReportDesk(routes, { ...options, shell })
}
