// Unacknowledged votes of somebody whom another site names: they survive a reload of the tab and no more, and only for the same
// person, whose name is not written down.
import type { UnsentVote } from './outbox.ts'
import type { VoteShelf } from './vote-shelf.ts'

/** The shelf of a person; `identity` is the signed token or the bare name that the site gave. */
export function tabShelf(conversation: string, identity: string): VoteShelf {
  const key = `folkmoot.unsent.${conversation}.${fingerprint(nameIn(identity))}`
  const read = (): readonly UnsentVote[] => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '[]') as readonly UnsentVote[] // written below, by this page alone
    } catch {
      return [] // blocked: nothing was kept
    }
  }
  const write = (votes: readonly UnsentVote[]): boolean => {
    try {
      if (votes.length === 0) sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, JSON.stringify(votes))
      return true
    } catch {
      return false // blocked or full: the votes live as long as the page
    }
  }
  return {
    load: () => Promise.resolve(read()),
    keep: (vote) => Promise.resolve(write([...read(), vote])),
    remove(mutation) {
      write(read().filter((vote) => vote.mutation !== mutation))
      return Promise.resolve()
    },
  }
}

/** The person's name in a signed token, which may be signed anew with each load of the host's page; else all of it. */
function nameIn(identity: string): string {
  try {
    const [, claims = ''] = identity.split('.')
    const { sub } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: unknown }
    return typeof sub === 'string' ? sub : identity
  } catch {
    return identity // a bare name
  }
}

/** Two 32-bit hashes (FNV-1a, forwards and backwards): enough to tell the few people of one tab apart. */
function fingerprint(text: string): string {
  const hash = (characters: readonly string[]) =>
    characters.reduce((sum, each) => Math.imul(sum ^ each.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5)
  const characters = [...text]
  return `${hash(characters).toString(36)}${hash(characters.reverse()).toString(36)}`
}
