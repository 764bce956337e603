// Changes of one's own account. Whoever has a password gives it again, so that an open page in a café is not enough.
import * as v from 'valibot'

const typedPassword = v.pipe(v.string(), v.maxLength(1000))

export const passwordRequest = v.strictObject({ current: typedPassword, next: typedPassword })

/** A fresh key for one-time codes, and the same as an address for the app. */
export const codeKeyAnswer = v.strictObject({ key: v.string(), address: v.string() })

export const codesRequest = v.strictObject({
  /** Empty for accounts without one. */
  password: typedPassword,
  key: v.pipe(v.string(), v.maxLength(64)),
  code: v.pipe(v.string(), v.maxLength(40)),
})

export const confirmRequest = v.strictObject({ password: typedPassword })

/** Recovery codes, shown once. */
export const recoveryCodesAnswer = v.strictObject({ recoveryCodes: v.array(v.string()) })
