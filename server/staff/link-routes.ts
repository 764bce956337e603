// The addresses to look at a link and to use it. The token comes in the body, so that no log and no other site learns it.
import type { Context } from 'hono'
import { bodyOf } from '../http/speaker.ts'
import { staffApi } from '../protocol/staff/addresses.ts'
import { linkRequest, useLinkRequest } from '../protocol/staff/sign-in.ts'
import { arrivalOf } from './arrival.ts'
import { deviceOf } from './device.ts'
import { openSession } from './open-session.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffRoutes } from './staff-routes.ts'

const SUBJECTS = {
  owner: 'became-owner',
  invitation: 'followed-invitation',
  reset: 'got-another-way-in',
} as const

export function addLinks(routes: StaffRoutes, staff: Staff, refuse: Refuse): void {
  const { links, tries, way } = staff
  const isTooMuch = (context: Context) =>
    !tries.links.take(arrivalOf(context, way).address, performance.now())

  routes.ofAnyone('post', staffApi.link(), async (context) => {
    if (isTooMuch(context)) return refuse(context, 'too-many-tries')
    const parsed = await bodyOf(context, linkRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const link = await links.look(parsed.body.token)
    return typeof link === 'string' ? refuse(context, link) : context.json(link)
  })

  routes.ofAnyone('post', staffApi.useLink(), async (context) => {
    if (isTooMuch(context)) return refuse(context, 'too-many-tries')
    const parsed = await bodyOf(context, useLinkRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const outcome = await links.use(parsed.body)
    if ('refusal' in outcome) return refuse(context, outcome.refusal)
    const { account, isStrong, kind, recoveryCodes } = outcome
    const device = deviceOf(context.req.header('User-Agent'))
    staff.sessions.changed(account)
    await openSession(context, staff, { account, device, isStrong }, SUBJECTS[kind])
    return context.json({ recoveryCodes })
  })
}
