// What is set about people whom another site names: by which key it proves them, and whether it must.
import { createPublicKey, type KeyObject } from 'node:crypto'
import * as v from 'valibot'

/** What a site calls somebody; opaque to us. */
export const personName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(200),
  v.regex(/^[^\p{Cc}]*$/u, 'must be one line'),
)

export const identityRows = {
  whoVotes: v.optional(v.picklist(['anyone', 'codes', 'identity', 'list']), 'anyone'),
  identitySecret: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => text === '' || text.length >= 32, 'must have 32 characters or more'),
      v.maxLength(1000),
    ),
    '',
  ),
  identityPublicKey: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => text === '' || publicKey(text) !== null,
        'must be a public key for ES256 (P-256) or EdDSA (Ed25519), as PEM or JWK',
      ),
      v.maxLength(4000),
    ),
    '',
  ),
  identityAllowList: v.optional(v.pipe(v.array(personName), v.maxLength(10_000)), []),
  unsignedIdentity: v.optional(v.pipe(v.boolean()), false),
}

/** Who may vote and write: see the setting of this name. */
export type WhoVotes = 'anyone' | 'codes' | 'identity' | 'list'

/** True when only people whom the embedding site names may vote and write. */
export function needsIdentity({ whoVotes }: { readonly whoVotes: WhoVotes }): boolean {
  return whoVotes === 'identity' || whoVotes === 'list'
}

/** The key, with the names of the algorithms that it is for; null where it is no public key of these kinds. */
export function publicKey(text: string): { key: KeyObject; algorithms: readonly string[] } | null {
  let key: KeyObject
  try {
    const isJwk = text.trimStart().startsWith('{')
    const jwk = isJwk ? (JSON.parse(text) as Record<string, unknown>) : {} // createPublicKey looks at it
    if ('d' in jwk || text.includes('PRIVATE')) return null
    key = isJwk ? createPublicKey({ key: jwk, format: 'jwk' }) : createPublicKey(text)
  } catch {
    return null
  }
  if (key.asymmetricKeyType === 'ed25519') return { key, algorithms: ['EdDSA', 'Ed25519'] }
  const isP256 = key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
  return key.asymmetricKeyType === 'ec' && isP256 ? { key, algorithms: ['ES256'] } : null
}
