// When the map of each conversation was published, for the overview.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { api } from '../../server/protocol/addresses.ts'
import { snapshot } from '../../server/protocol/snapshot.ts'

/** Publication time by conversation, milliseconds since 1970; null where there is no map yet. */
export const mapTimes = signal<ReadonlyMap<string, number | null>>(new Map())

/** Asks for the map of each conversation; one that cannot be had keeps what was known of it. */
export async function loadMapTimes(ids: readonly string[]): Promise<void> {
  const times = new Map(mapTimes.peek())
  await Promise.all(
    ids.map(async (id) => {
      try {
        const response = await fetch(api.snapshot(id))
        const map = response.ok ? v.parse(snapshot, await response.json()) : undefined
        times.set(id, map?.state === 'groups' ? map.publishedAt : null)
      } catch (error) {
        if (!(error instanceof Error)) throw error // the network: the next round asks again
      }
    }),
  )
  mapTimes.value = times
}
