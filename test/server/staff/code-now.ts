import { Secret, TOTP } from 'otpauth'

/** The code that an app shows for this key at a time. */
export function codeAt(key: string, timeMs: number): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: timeMs })
}
