// What a council's own server does: signs for a day at most who somebody is, for one conversation.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'

export const secret = 'a secret of the council, forty characters'
export const ellipticPair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const edwardsPair = generateKeyPairSync('ed25519')

export interface Claims {
  readonly subject?: string
  readonly audience?: string
  /** Seconds from now; null leaves the claim out. */
  readonly expiresIn?: number | null
}

const keys: Readonly<Record<string, KeyObject | Uint8Array>> = {
  HS256: Buffer.from(secret),
  ES256: ellipticPair.privateKey,
  EdDSA: edwardsPair.privateKey,
}

/** A signed token; a key of one's own may be given, as a forger does. */
export function sign(
  algorithm: string,
  { subject = 'resident-17', audience = 'town-square', expiresIn = 3600 }: Claims = {},
  key = keys[algorithm]!,
): Promise<string> {
  const token = new SignJWT({}).setProtectedHeader({ alg: algorithm, typ: 'JWT' }).setSubject(subject)
  if (audience !== '') token.setAudience(audience)
  if (expiresIn !== null) token.setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
  return token.sign(key)
}

export function publicPem({ publicKey }: { readonly publicKey: KeyObject }): string {
  return publicKey.export({ type: 'spki', format: 'pem' }) as string // PEM is text
}
