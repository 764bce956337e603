// The reader's own place and what follows from it, as signals. The components are fetched for each published map once
// there is an own vote or a group is looked at; the place itself never leaves this device.
import { computed, effect, signal } from '@preact/signals'
import * as v from 'valibot'
import { api } from '../../server/protocol/addresses.ts'
import { components as componentsSchema, type Components } from '../../server/protocol/snapshot.ts'
import { conversation, snapshot } from '../conversation/state.ts'
import { ownVotes } from '../participate/ballot-state.ts'
import { ownToken } from '../participate/own-token.ts'
import { ownPosition } from '../../server/protocol/own-position.ts'
import { whereIStand } from '../../server/protocol/where-i-stand.ts'

/** What the last map that could be fetched says of its statements and groups. */
export const components = signal<Components | undefined>(undefined)

/** Own position in the units of the snapshot, undefined without votes that the map knows. */
export const ownPlace = computed(() => components.value && ownPosition(ownVotes.value, components.value))

/** Where the reader stands; undefined without a place or without groups. */
export const ownStanding = computed(
  () =>
    ownPlace.value &&
    components.value &&
    whereIStand(ownPlace.value, ownVotes.value, snapshot.value?.groups ?? [], components.value),
)

/** The group that the reader looks at more closely. */
export const chosenGroup = signal<string | undefined>(undefined)

const isNeeded = computed(() => ownVotes.value.size > 0 || chosenGroup.value !== undefined)
const wanted = computed(() => {
  const version = snapshot.value?.state === 'groups' && isNeeded.value ? snapshot.value.version : undefined
  return version === undefined || !conversation.value
    ? undefined
    : api.components(conversation.value.id, version)
})

effect(() => {
  const address = wanted.value
  if (address === undefined) return undefined
  const abort = new AbortController()
  void load(address, abort.signal)
  return () => abort.abort()
})

/** Where the fetch fails the place stays that of the map before; the next map brings the next attempt. */
async function load(address: string, signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch(address, {
      signal,
      // Where not everybody may see the results, this says who asks.
      ...(conversation.value?.results.visible !== 'always' && {
        headers: { Authorization: `Bearer ${ownToken() ?? ''}` },
      }),
    })
    if (response.ok) components.value = v.parse(componentsSchema, await response.json())
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}
