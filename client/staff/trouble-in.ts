// Which field a refusal is about: its sentence stands there, and nowhere else.
import type { StaffRefusal } from './ask-staff.ts'

export interface Trouble {
  readonly email?: string
  readonly password?: string
  readonly code?: string
}

export function troubleIn(refusal: StaffRefusal | undefined): Trouble {
  switch (refusal?.code) {
    case 'email-taken':
      return { email: refusal.message }
    case 'password-too-short':
    case 'password-too-long':
    case 'password-common':
      return { password: refusal.message }
    case 'code-wrong':
    case 'owner-needs-codes':
      return { code: refusal.message }
    default:
      return {}
  }
}
