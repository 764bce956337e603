import { ERASED, type Store } from '../store/store.ts'

const LOG_SLICE = 2_000

/** Whether so many different people have entries of the log after `after` and up to `upTo`; reads no further than it must. */
export async function haveActed(
  store: Pick<Store, 'readLog'>,
  conversation: string,
  { after, upTo, people }: { readonly after: number; readonly upTo: number; readonly people: number },
): Promise<boolean> {
  const acting = new Set<number>()
  for (let done = after; done < upTo && acting.size < people;) {
    const slice = await store.readLog(conversation, done, Math.min(LOG_SLICE, upTo - done))
    if (slice.length === 0) break
    slice.participants.forEach((participant, i) => {
      if (slice.values[i] !== ERASED) acting.add(participant)
    })
    done += slice.length
  }
  return acting.size >= people
}
