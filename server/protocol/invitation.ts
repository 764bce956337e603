// Entering an invitation code.
import * as v from 'valibot'

/** Body of `POST /api/conversations/:id/invitation`. */
export const enterInvitation = v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)) })

/** Body of the answer to it, and of the answer to `GET`. */
export const invitationState = v.strictObject({ isInvited: v.boolean() })
