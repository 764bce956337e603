// The addresses to sign in and out.
import * as v from 'valibot'
import { bodyOf } from '../http/speaker.ts'
import { staffApi } from '../protocol/staff/addresses.ts'
import { done } from '../protocol/staff/me.ts'
import { signInAnswer, signInRequest } from '../protocol/staff/sign-in.ts'
import { arrivalOf } from './arrival.ts'
import { deviceOf } from './device.ts'
import { TooManyPasswords } from './passwords.ts'
import { writeSessionCookie } from './session-cookie.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffRoutes } from './staff-routes.ts'

export function addSignIn(routes: StaffRoutes, staff: Staff, refuse: Refuse): void {
  const { signIn, sessions, store, way, now } = staff

  routes.ofAnyone('post', staffApi.signIn(), async (context) => {
    const parsed = await bodyOf(context, signInRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const { email, password, code } = parsed.body
    const { address } = arrivalOf(context, way)
    const device = deviceOf(context.req.header('User-Agent'))
    try {
      const outcome = await signIn.signIn({ email, password, code, address, device })
      if ('refusal' in outcome) {
        if (outcome.refusal !== 'code-wanted') return refuse(context, outcome.refusal)
        return context.json({ isSignedIn: false } satisfies v.InferOutput<typeof signInAnswer>)
      }
      const { number, name } = outcome.account
      const where = { role: null, action: 'use-own-account' as const, conversation: null }
      await store.record({
        timeMs: now(),
        account: number,
        name,
        ...where,
        subject: 'signed in',
        detail: { device },
      })
      writeSessionCookie(context, way, outcome.token)
      return context.json({ isSignedIn: true } satisfies v.InferOutput<typeof signInAnswer>)
    } catch (error) {
      if (error instanceof TooManyPasswords) return refuse(context, 'sign-in-busy')
      throw error
    }
  })

  routes.ofStaff('post', staffApi.signOut(), 'use-own-account', async ({ context, member, note }) => {
    await sessions.end(member.account, member.session)
    writeSessionCookie(context, way, '')
    note({ subject: 'signed out' })
    return context.json({} satisfies v.InferOutput<typeof done>)
  })
}
