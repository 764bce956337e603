// One-time codes after RFC 6238: six digits that change each half minute. The code before and the one after the present are
// taken too, so that clocks may differ by half a minute; each is taken once only.
import { createHash, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD_S = 30
const ISSUER = 'Folkmoot'
const RECOVERY_CODES = 10
/** Letters and digits that nobody takes for another. */
const RECOVERY_SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'
const RECOVERY_LENGTH = 10

/** A new key, base32. */
export function newCodeKey(): string {
  return new Secret({ size: 20 }).base32
}

/** Whether a text is a key that could have been made here. */
export function isCodeKey(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text)
}

/** The key as an address that apps for one-time codes understand, for a QR code. */
export function codeAddress(key: string, email: string): string {
  return totp(key, email).toString()
}

/**
 * The half minute, counted from 1970, whose code this is, from the one before to the one after the present; null for a wrong
 * code. Whoever asks has to make sure that it was not used before.
 */
export function stepOfCode(key: string, typed: string, nowMs: number): number | null {
  const code = typed.replace(/\s+/g, '')
  // A key that could not be read has no right code.
  if (!/^\d{6}$/.test(code) || !isCodeKey(key)) return null
  const delta = totp(key, '').validate({ token: code, timestamp: nowMs, window: 1 })
  return delta === null ? null : Math.floor(nowMs / 1000 / PERIOD_S) + delta
}

/** Codes for when the phone is lost, as they are shown: `k7mw3-q9xhd`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const signs = Array.from(
      { length: RECOVERY_LENGTH },
      () => RECOVERY_SIGNS[randomInt(RECOVERY_SIGNS.length)],
    )
    return `${signs.slice(0, 5).join('')}-${signs.slice(5).join('')}`
  })
}

/** As a recovery code is stored, however it was typed. A plain hash is enough: the codes are random, 49 bits each. */
export function hashOfRecoveryCode(typed: string): string {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(`recovery ${plain}`).digest('base64url')
}

function totp(key: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(key), digits: 6, period: PERIOD_S })
}
