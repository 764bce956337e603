// The addresses of single sign-on: to the provider, and back from it.
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { bodyOf } from '../http/speaker.ts'
import { staffApi, staffPages } from '../protocol/staff/addresses.ts'
import { nextPage } from '../protocol/staff/next-page.ts'
import { singleSignOnRequest } from '../protocol/staff/sign-in.ts'
import type { StaffErrorCode } from '../protocol/staff-errors.ts'
import { arrivalOf, isEncrypted } from './arrival.ts'
import { deviceOf } from './device.ts'
import { openSession } from './open-session.ts'
import { type SignedOn, whoSignedOn } from './signed-on.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffRoutes } from './staff-routes.ts'

const COOKIE = 'folkmoot-sign-on'
const COOKIE_S = 600

export function addSingleSignOn(routes: StaffRoutes, staff: Staff, refuse: Refuse): void {
  const { singleSignOn, way, door } = staff
  const cookie = (context: Context) => {
    const isSecure = isEncrypted(arrivalOf(context, way), way)
    return { name: isSecure ? `__Host-${COOKIE}` : COOKIE, isSecure }
  }
  const setAttempt = (context: Context, attempt: string) => {
    const { name, isSecure } = cookie(context)
    const maxAge = attempt === '' ? 0 : COOKIE_S
    setCookie(context, name, attempt, {
      path: '/',
      httpOnly: true,
      secure: isSecure,
      sameSite: 'Lax',
      maxAge,
    })
  }
  const answerAddress = (context: Context) => {
    const { host = 'localhost' } = arrivalOf(context, way)
    const base = way.publicUrl ?? `${cookie(context).isSecure ? 'https' : 'http'}://${host}`
    return `${base}${staffApi.singleSignOnAnswer()}`
  }

  routes.ofAnyone('get', staffApi.singleSignOn(), (context) =>
    context.json({ singleSignOn: singleSignOn?.settings.name ?? null }),
  )

  routes.ofAnyone('post', staffApi.singleSignOn(), async (context) => {
    const parsed = await bodyOf(context, singleSignOnRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    if (singleSignOn === null) return refuse(context, 'single-sign-on-off')
    const { address } = arrivalOf(context, way)
    if (!staff.tries.singleSignOn.take(address, performance.now())) return refuse(context, 'too-many-tries')
    const { token = null, next, connects, password = '' } = parsed.body
    const member = connects ? await door.memberOf(context) : null
    if (connects && member === null) return refuse(context, 'sign-in-needed')
    const refused = member && (await staff.ownAccount.confirm(member, password))
    if (refused !== null) return refuse(context, refused.refusal)
    const purpose = { token, next: nextPage(next), connects: member?.account ?? null }
    const begun = await singleSignOn.begin(purpose, answerAddress(context))
    if (typeof begun === 'string') return refuse(context, begun)
    setAttempt(context, begun.attempt)
    return context.json({ address: begun.address })
  })

  routes.ofAnyone('get', staffApi.singleSignOnAnswer(), async (context) => {
    const back = (code: StaffErrorCode) => context.redirect(`${staffPages.signIn()}?trouble=${code}`)
    if (singleSignOn === null) return back('single-sign-on-off')
    const { name } = cookie(context)
    const attempt = parse(context.req.header('Cookie') ?? '', name)[name]
    setAttempt(context, '')
    const finished = await singleSignOn.finish(attempt, new URL(context.req.url).search)
    if (typeof finished === 'string') return back(finished)
    const { purpose, confirmed } = finished
    const member = purpose.connects === null ? null : await door.memberOf(context)
    // Between going and coming back somebody else may have signed in here.
    if (member?.account !== (purpose.connects ?? undefined)) return back('single-sign-on-failed')
    const signedOn: SignedOn | StaffErrorCode = await whoSignedOn(
      staff,
      singleSignOn.settings,
      purpose,
      confirmed,
    )
    if (typeof signedOn === 'string') return back(signedOn)
    const { account, code } = signedOn
    const device = deviceOf(context.req.header('User-Agent'))
    await openSession(context, staff, { account, device, isStrong: true }, code)
    return context.redirect(purpose.connects === null ? purpose.next : staffPages.account())
  })
}
