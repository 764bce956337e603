// Signing in with a password and, where the account has them, a one-time or a recovery code. What is refused is refused in
// the same words and after the same work, whether there is such an account or not.
import type { AuditCode } from '../protocol/staff/audit-text.ts'
import type { StaffErrorCode } from '../protocol/staff-errors.ts'
import type { StaffStore, StoredAccount } from '../store/staff-store.ts'
import { networkOf } from '../socket/arrival.ts'
import { FailedTries } from './failed-tries.ts'
import { hashOfRecoveryCode, stepOfCode } from './one-time-codes.ts'
import { isPassword } from './passwords.ts'

export interface SignInTry {
  readonly email: string
  readonly password: string
  readonly code: string | undefined
  /** Address of the network: for the limit only, never stored. */
  readonly address: string
}

export type SignInOutcome =
  | { readonly account: number; readonly isStrong: boolean }
  | { readonly refusal: StaffErrorCode | 'code-wanted' }

export class SignIn {
  readonly #store: StaffStore
  readonly #now: () => number
  readonly #onFailure: (error: unknown) => void
  readonly #failures: FailedTries

  constructor(
    store: StaffStore,
    now: () => number = Date.now,
    onFailure: (error: unknown) => void = () => {},
  ) {
    this.#onFailure = onFailure
    this.#store = store
    this.#failures = new FailedTries(store)
    this.#now = now
  }

  async signIn({ email, password, code, address }: SignInTry): Promise<SignInOutcome> {
    const nowMs = this.#now()
    const tries = await this.#failures.begin([nameOf(email), `network ${networkOf(address)}`], nowMs)
    if (tries === null) return { refusal: 'sign-in-locked' }
    const account = await this.#store.accountByEmail(email)
    const isRight = await isPassword(account?.passwordHash ?? null, password)
    if (account === null || !isRight) return this.#failed(account, email)
    if (account.codeKey !== null && code === undefined) {
      await this.#failures.takeBack(tries)
      return { refusal: 'code-wanted' }
    }
    if (account.codeKey !== null && !(await this.#takeCode(account, account.codeKey, code ?? ''))) {
      const failed = await this.#failed(account, email)
      return 'refusal' in failed && failed.refusal === 'sign-in-wrong' ? { refusal: 'code-wrong' } : failed
    }
    await this.#failures.takeBack(tries, nameOf(email))
    return { account: account.number, isStrong: account.codeKey !== null }
  }

  /** Makes sure that the password is the account's own, of somebody who is signed in; null where it is. */
  async confirm(
    { email, passwordHash }: StoredAccount,
    password: string,
  ): Promise<{ readonly refusal: StaffErrorCode } | null> {
    const tries = await this.#failures.begin([nameOf(email)], this.#now())
    if (tries === null) return { refusal: 'sign-in-locked' }
    if (!(await isPassword(passwordHash, password))) return { refusal: 'password-wrong' }
    await this.#failures.takeBack(tries)
    return null
  }

  /** Whether this is the present code of the account, or a recovery code; it cannot be used again. */
  async #takeCode(account: StoredAccount, key: string, typed: string): Promise<boolean> {
    const step = stepOfCode(key, typed, this.#now())
    if (step !== null) return this.#store.takeCodeStep(account.number, step)
    return this.#store.takeRecoveryCode(account.number, hashOfRecoveryCode(typed))
  }

  /**
   * The failure that locks an account is written down, so that its owner can see it. Nobody waits for that, or an answer
   * that takes as long as writing would tell that there is such an account.
   */
  async #failed(account: StoredAccount | null, email: string): Promise<SignInOutcome> {
    const nowMs = this.#now()
    const isLocked = await this.#failures.isLocked(nameOf(email), nowMs)
    if (isLocked && account !== null) {
      const { number, name } = account
      const where = { role: null, action: 'use-own-account', conversation: null }
      const what = { code: 'sign-in-locked' satisfies AuditCode, subject: '', detail: null }
      this.#store.record({ timeMs: nowMs, account: number, name, ...where, ...what }).catch(this.#onFailure)
    }
    return { refusal: isLocked ? 'sign-in-locked' : 'sign-in-wrong' }
  }
}

/** By which the tries of an account are counted, whether there is one or not. */
function nameOf(email: string): string {
  return `account ${email}`
}
