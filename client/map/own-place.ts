// The reader's own place as a signal. The components are fetched for each published map once there is an own vote; the
// place itself never leaves this device.
import { computed, effect, signal } from '@preact/signals'
import * as v from 'valibot'
import { api } from '../../server/protocol/addresses.ts'
import { components as componentsSchema, type Components } from '../../server/protocol/snapshot.ts'
import { conversation, snapshot } from '../conversation/state.ts'
import { ownVotes } from '../participate/ballot.ts'
import { nearestGroup, ownPosition } from './own-position.ts'

const components = signal<Components | undefined>(undefined)

/** Own position in the units of the snapshot, undefined without votes that the map knows. */
export const ownPlace = computed(() => components.value && ownPosition(ownVotes.value, components.value))

/** The group whose centre is nearest to the reader, with its index; undefined while there is none. */
export const ownGroup = computed(() => {
  const groups = snapshot.value?.groups ?? []
  return ownPlace.value && groups[nearestGroup(ownPlace.value, groups)]
})

const hasVoted = computed(() => ownVotes.value.size > 0)
const wanted = computed(() => {
  const version = snapshot.value?.state === 'groups' && hasVoted.value ? snapshot.value.version : undefined
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
    const response = await fetch(address, { signal })
    if (response.ok) components.value = v.parse(componentsSchema, await response.json())
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}
