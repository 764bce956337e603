// Signing in, and the links by which people get an account.
import * as v from 'valibot'
import { grant } from './me.ts'

export const shortestPassword = 12
export const longestPassword = 200

const email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email())
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))
/** Whatever was typed: what is wrong with it is said in words. */
const typedPassword = v.pipe(v.string(), v.maxLength(1000))
const typedCode = v.pipe(v.string(), v.maxLength(40))
const token = v.pipe(v.string(), v.maxLength(100))

export const signInRequest = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254)),
  password: typedPassword,
  /** One-time or recovery code; left out at first, and asked for where the account has one. */
  code: v.optional(typedCode),
})

export const signInAnswer = v.strictObject({
  /** False where a one-time code is still needed. */
  isSignedIn: v.boolean(),
})

/** What people who are not signed in may know of how to do it. */
export const waysToSignIn = v.strictObject({
  /** Name of the provider of single sign-on; null where there is none. */
  singleSignOn: v.nullable(v.string()),
})

export const linkRequest = v.strictObject({ token })

/** What a link is for. */
export const linkAnswer = v.strictObject({
  kind: v.picklist(['owner', 'invitation', 'reset']),
  /** For whom; empty for the first owner. */
  name: v.string(),
  email: v.nullable(v.string()),
  grants: v.array(grant),
  expiresAtMs: v.number(),
  /** Whether one-time codes have to be set up, as for owners. */
  needsCodes: v.boolean(),
  /** Key for one-time codes, made for this visit, and the same as an address for the app. */
  codeKey: v.string(),
  codeAddress: v.string(),
})
export type LinkAnswer = v.InferOutput<typeof linkAnswer>

export const useLinkRequest = v.strictObject({
  token,
  name,
  email,
  password: typedPassword,
  /** Null where no one-time codes are wanted. */
  codes: v.nullable(v.strictObject({ key: v.pipe(v.string(), v.maxLength(64)), code: typedCode })),
})

/** The account is there, and its session too. */
export const useLinkAnswer = v.strictObject({
  /** To be kept for when the phone is lost; empty without one-time codes. */
  recoveryCodes: v.array(v.string()),
})

export const singleSignOnRequest = v.strictObject({
  /** Of the invitation that is to be used; left out by those who have an account. */
  token: v.optional(token),
  /** Path to go to afterwards. */
  next: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** Whether the account of whoever is signed in is to be connected. */
  connects: v.boolean(),
  /** Theirs, where they have one: to connect is to open another way in. */
  password: v.optional(typedPassword),
})

/** Where the browser has to go: the provider of single sign-on. */
export const singleSignOnAnswer = v.strictObject({ address: v.pipe(v.string(), v.url()) })
