// Opening and closing, the check before it, copies, the archive, and deleting.
import { copyWanted, isWanted, wantedState } from '../protocol/facilitate/conversation.ts'
import type { StaffRoutes } from '../staff/staff-routes.ts'
import type { FacilitationContext } from './add-facilitate.ts'
import { describeForStaff } from './describe-for-staff.ts'
import { archive, changeState, markForDeletion } from './lifecycle.ts'
import { copyConversation } from './make-conversation.ts'
import { checkReadiness } from './readiness.ts'
import { jsonBody } from './request-body.ts'

export function addLifecycleRoutes(routes: StaffRoutes, facilitation: FacilitationContext): void {
  const { store, refuse, announce } = facilitation

  routes.ofConversation('get', '/readiness', 'see-conversation', async ({ context, conversation }) =>
    context.json(await checkReadiness(store, conversation, Date.now())),
  )

  routes.ofConversation(
    'post',
    '/state',
    'open-and-close',
    async ({ context, conversation, member, role, line }) => {
      const read = await jsonBody(context, wantedState)
      if (typeof read === 'string') return refuse(context, read)
      const { state, anyway } = read.body
      const before = conversation.describe().state
      if (state === 'open' && before === 'upcoming' && !anyway) {
        const readiness = await checkReadiness(store, conversation, Date.now())
        if (!readiness.isReady) return refuse(context, 'not-ready', { detail: readiness })
      }
      const audit = [line({ code: 'changed-state', detail: { from: before, to: state } })]
      const refusal = await changeState(store, conversation, state, Date.now(), audit)
      if (refusal !== null) return refuse(context, refusal)
      announce(conversation.id, ['state'], member.name)
      return context.json(await describeForStaff(store, conversation, role))
    },
  )

  routes.ofConversation('post', '/copy', 'create-conversation', async ({ context, conversation, line }) => {
    const read = await jsonBody(context, copyWanted)
    if (typeof read === 'string') return refuse(context, read)
    const id = await copyConversation(store, conversation, read.body.topic, Date.now(), (id) =>
      line({ code: 'copied-conversation', detail: { id, copyOf: conversation.id } }),
    )
    return context.json({ id }, 201)
  })

  routes.ofConversation(
    'post',
    '/archive',
    'change-settings',
    async ({ context, conversation, member, role, line }) => {
      const read = await jsonBody(context, isWanted)
      if (typeof read === 'string') return refuse(context, read)
      const audit = [line({ code: read.body.isWanted ? 'archived' : 'unarchived' })]
      await archive(store, conversation, read.body.isWanted, Date.now(), audit)
      announce(conversation.id, ['state'], member.name)
      return context.json(await describeForStaff(store, conversation, role))
    },
  )

  routes.ofConversation(
    'post',
    '/deletion',
    'delete-conversation',
    async ({ context, conversation, member, role, line }) => {
      const read = await jsonBody(context, isWanted)
      if (typeof read === 'string') return refuse(context, read)
      const audit = [line({ code: read.body.isWanted ? 'to-be-deleted' : 'restored' })]
      await markForDeletion(store, conversation, read.body.isWanted, Date.now(), audit)
      announce(conversation.id, ['state'], member.name)
      return context.json(await describeForStaff(store, conversation, role))
    },
  )
}
