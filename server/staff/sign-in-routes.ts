// The addresses to sign in and out.
import { bodyOf } from '../http/speaker.ts'
import { staffApi } from '../protocol/staff/addresses.ts'
import { signInRequest } from '../protocol/staff/sign-in.ts'
import { arrivalOf } from './arrival.ts'
import { deviceOf } from './device.ts'
import { openSession } from './open-session.ts'
import { writeSessionCookie } from './session-cookie.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffRoutes } from './staff-routes.ts'

export function addSignIn(routes: StaffRoutes, staff: Staff, refuse: Refuse): void {
  const { signIn, sessions, way } = staff

  routes.ofAnyone('post', staffApi.signIn(), async (context) => {
    const parsed = await bodyOf(context, signInRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const { address } = arrivalOf(context, way)
    const outcome = await signIn.signIn({ ...parsed.body, code: parsed.body.code, address })
    if ('refusal' in outcome) {
      if (outcome.refusal !== 'code-wanted') return refuse(context, outcome.refusal)
      return context.json({ isSignedIn: false })
    }
    const { account, isStrong } = outcome
    const device = deviceOf(context.req.header('User-Agent'))
    await openSession(context, staff, { account, device, isStrong }, 'signed-in')
    return context.json({ isSignedIn: true })
  })

  routes.ofStaff('post', staffApi.signOut(), 'use-own-account', async ({ context, member, line }) => {
    await sessions.end(member.account, member.session, line({ code: 'signed-out' }))
    writeSessionCookie(context, way, '')
    return context.json({})
  })
}
