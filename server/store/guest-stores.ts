// Some conversations live in databases of their own, which are thrown away afterwards: nothing of them can ever be mixed with
// what is kept. To everybody else it is one store; each call goes where its conversation is.
import type { Store } from './store.ts'

export interface GuestStores {
  /** The store for everybody: it keeps its own conversations and those of the guests. */
  readonly store: Store
  /** From now on whatever concerns this conversation goes to `guest`. */
  add(conversation: string, guest: Store): void
  remove(conversation: string): void
}

/** Parts of the store whose calls are about no conversation. */
const OF_THE_HOUSE: ReadonlySet<string | symbol> = new Set(['staff'])

type Call = (...given: readonly unknown[]) => unknown

export function withGuests(main: Store): GuestStores {
  const guests = new Map<string, Store>()
  const parts = new Map<string | symbol, object>()

  /** A part whose calls go to the same part of the store that they are about. */
  const routed = (part: object, partOf: (store: Store) => object): object =>
    new Proxy(part, {
      get(_, name) {
        const value = Reflect.get(part, name) as unknown
        if (name === 'conversationOfCode') return conversationOfCode
        if (typeof value === 'function') {
          return (...given: readonly unknown[]) => {
            const guest = guests.get(conversationIn(given[0]) ?? '')
            const target = guest === undefined ? part : partOf(guest)
            return (Reflect.get(target, name) as Call).apply(target, given as unknown[]) // the same interface
          }
        }
        const isPart = part === main && typeof value === 'object' && value !== null && !OF_THE_HOUSE.has(name)
        if (!isPart) return value
        if (!parts.has(name)) {
          parts.set(
            name,
            routed(value, (guest) => Reflect.get(guest, name) as object),
          )
        }
        return parts.get(name)
      },
    })

  /** Letters name no conversation: everybody is asked. */
  async function conversationOfCode(code: string): Promise<string | null> {
    for (const each of [main, ...guests.values()]) {
      const found = await each.stage.conversationOfCode(code)
      if (found !== null) return found
    }
    return null
  }

  return {
    store: routed(main, (guest) => guest) as Store, // every call of it is one of `main`
    add: (conversation, guest) => void guests.set(conversation, guest),
    remove: (conversation) => void guests.delete(conversation),
  }
}

/** The conversation that a call is about: its first value, or named in it. */
function conversationIn(given: unknown): string | undefined {
  if (typeof given === 'string') return given
  if (typeof given !== 'object' || given === null) return undefined
  const { conversation } = given as { readonly conversation?: unknown } // looked at only where it is there
  return typeof conversation === 'string' ? conversation : undefined
}
