// What the page knows of the conversation, as module-level signals: the connection writes, the components read.
//
//   socket ──▶ receive() ──▶ conversation, counts, snapshot, connectionState ──▶ components
//   HTTP   ──▶ loadStatements() ──▶ statements
import { batch, signal } from '@preact/signals'
import * as v from 'valibot'
import { api } from '../../server/protocol/addresses.ts'
import type { Conversation, Counts } from '../../server/protocol/conversation.ts'
import type { Down } from '../../server/protocol/down.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { Snapshot } from '../../server/protocol/snapshot.ts'
import { statementList } from '../../server/protocol/statement.ts'
import type { ConnectionState } from '../connection/connection.ts'

export const conversation = signal<Conversation | null>(null)
export const counts = signal<Counts>({ participants: 0, votes: 0, statements: 0 })
export const snapshot = signal<Snapshot | null>(null)
/** Texts of the accepted statements by id; empty until they have been loaded. */
export const statements = signal<ReadonlyMap<number, string>>(new Map())
export const connectionState = signal<ConnectionState>('connecting')
/** Why the connection was refused or broken, where the server said so. */
export const connectionReason = signal<ErrorCode | undefined>(undefined)

/** Takes over what the server wrote into the page. */
export function startFrom(first: Conversation): void {
  batch(() => {
    conversation.value = first
    counts.value = first.counts
  })
}

/** Takes over what concerns everyone from a message of the server. */
export function receive(message: Down): void {
  batch(() => {
    if (message.type === 'welcome') {
      conversation.value = message.conversation
      counts.value = message.conversation.counts
    } else if (message.type === 'conversation-changed') {
      conversation.value = message.conversation
      counts.value = message.conversation.counts
      const next = new Map(statements.value)
      for (const id of message.closed) next.delete(id)
      for (const { id, text } of message.opened ?? []) next.set(id, text)
      statements.value = next
    } else if (message.type === 'counts') {
      counts.value = message.counts
    } else if (message.type === 'snapshot') {
      if (message.version >= (snapshot.value?.version ?? 0)) snapshot.value = message
    }
  })
}

/** Calls back once the browser has drawn what was just set; in a hidden page not before it is looked at again. */
export function afterDrawing(callback: () => void): void {
  requestAnimationFrame(() => setTimeout(callback))
}

/** Loads the texts of the statements. Rejects when the server cannot be reached or refuses. */
export async function loadStatements(id: string): Promise<void> {
  const response = await fetch(api.statements(id))
  if (!response.ok) throw new Error(`Expected the statements of ${id}, got status ${response.status}.`)
  const list = v.parse(statementList, await response.json())
  statements.value = new Map(list.statements.map(({ id, text }) => [id, text]))
}
