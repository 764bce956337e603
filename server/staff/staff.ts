// All of staff that the service holds one of: the door, the sessions, and what signs people in.
import type { Store } from '../store/store.ts'
import type { StaffStore } from '../store/staff-store.ts'
import { Tries } from '../http/tries.ts'
import type { Way } from './arrival.ts'
import { StaffLinks } from './links.ts'
import { OwnAccount } from './own-account.ts'
import { SessionDoor } from './session-door.ts'
import { StaffSessions } from './sessions.ts'
import { SignIn } from './sign-in.ts'
import { SingleSignOn } from './single-sign-on.ts'
import type { SingleSignOnSettings } from './single-sign-on-settings.ts'
import { StaffNews } from './staff-news.ts'

export interface Staff {
  readonly store: StaffStore
  readonly way: Way
  readonly door: SessionDoor
  readonly sessions: StaffSessions
  readonly signIn: SignIn
  readonly links: StaffLinks
  readonly ownAccount: OwnAccount
  /** Null where there is no provider. */
  readonly singleSignOn: SingleSignOn | null
  /** What the rooms tell the pages of staff. */
  readonly news: StaffNews
  readonly now: () => number
  /** How often a network may look at links or use them, and begin to sign in at its organisation. */
  readonly tries: { readonly links: Tries; readonly singleSignOn: Tries }
}

export interface StaffOptions extends Partial<Way> {
  /** The provider at which people sign on; none by default. */
  readonly singleSignOn?: SingleSignOnSettings | null
  /** Something that whoever runs the service should know; without personal data. */
  readonly onFailure?: (error: unknown) => void
  /** The clock; a fake one in tests. */
  readonly now?: () => number
}

export function openStaff({ staff: store }: Pick<Store, 'staff'>, options: StaffOptions = {}): Staff {
  const { publicUrl = null, trustProxy = 0, now = Date.now } = options
  const { singleSignOn = null, onFailure = () => {} } = options
  const steadyMs = performance.now()
  const way = { publicUrl, trustProxy }
  const sessions = new StaffSessions(store, now)
  const signIn = new SignIn(store, now, onFailure)
  const door = new SessionDoor(store, sessions, way)
  return {
    store,
    way,
    now,
    sessions,
    door,
    signIn,
    links: new StaffLinks(store, now),
    ownAccount: new OwnAccount(store, sessions, signIn, now),
    singleSignOn: singleSignOn && new SingleSignOn(singleSignOn, now, onFailure),
    news: new StaffNews(),
    tries: {
      links: new Tries({ atOnce: 30, perMinute: 10, atOnceForAll: 300, perMinuteForAll: 300 }, steadyMs),
      singleSignOn: new Tries(
        { atOnce: 30, perMinute: 20, atOnceForAll: 600, perMinuteForAll: 600 },
        steadyMs,
      ),
    },
  }
}
