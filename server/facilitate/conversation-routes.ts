// The list of conversations, making one, looking at one, and changing what is set.
import { languageOf } from '../http/language.ts'
import {
  type ListedConversation,
  newConversation,
  wantedChanges,
} from '../protocol/facilitate/conversation.ts'
import { roleFor } from '../protocol/privileges.ts'
import type { StaffRoutes } from '../staff/staff-routes.ts'
import type { FacilitationContext } from './add-facilitate.ts'
import { changeConversation } from './change-conversation.ts'
import { describeForStaff, listForStaff } from './describe-for-staff.ts'
import { makeConversation } from './make-conversation.ts'
import { jsonBody } from './request-body.ts'

export function addConversationRoutes(routes: StaffRoutes, facilitation: FacilitationContext): void {
  const { store, conversations, refuse, announce, last } = facilitation

  // Everybody may ask; each is told only of the conversations that their roles reach.
  routes.ofStaff('get', '/api/staff/conversations', 'use-own-account', async ({ context, member }) => {
    const listed: ListedConversation[] = []
    for (const stored of await store.conversations()) {
      if (roleFor(member.grants, 'see-conversation', stored.id) === null) continue
      const described = await conversations.describe(stored)
      if (described !== null) listed.push(listForStaff(stored, described))
    }
    return context.json({ conversations: listed })
  })

  routes.ofStaff('post', '/api/staff/conversations', 'create-conversation', async ({ context, line }) => {
    const read = await jsonBody(context, newConversation)
    if (typeof read === 'string') return refuse(context, read)
    const id = await makeConversation(store, read.body, Date.now(), (id) =>
      line({ code: 'made-conversation', detail: { id, topic: read.body.topic } }),
    )
    return context.json({ id }, 201)
  })

  routes.ofConversation('get', '', 'see-conversation', async ({ context, conversation, role }) =>
    context.json(await describeForStaff(store, conversation, role)),
  )

  routes.ofConversation(
    'patch',
    '/settings',
    'change-settings',
    async ({ context, conversation, member, role, line, note }) => {
      const read = await jsonBody(context, wantedChanges)
      if (typeof read === 'string') return refuse(context, read)
      const language = languageOf(context)
      const audit = (setting: string, detail: Readonly<Record<string, unknown>>) =>
        line({ code: 'changed-setting', detail: { setting, ...detail } })
      const changing = { store, conversation, last, language, audit }
      const outcome = await changeConversation(changing, read.body.changes)
      if (outcome.kind === 'meanwhile') {
        return refuse(context, 'changed-meanwhile', { detail: outcome.meanwhile })
      }
      if (outcome.kind === 'not-allowed') {
        return refuse(context, 'setting-not-allowed', { detail: { problems: outcome.problems } })
      }
      if (outcome.changed.length === 0) note(null)
      announce(conversation.id, outcome.changed, member.name)
      return context.json(await describeForStaff(store, conversation, role))
    },
  )
}
