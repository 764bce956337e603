import type { WebhookEvent } from '../protocol/connections.ts'

/** The body of a message to a webhook. */
export function messageOf(
  event: WebhookEvent | 'test',
  conversation: string,
  timeMs: number,
  facts: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({ event, conversation, time: new Date(timeMs).toISOString(), ...facts })
}
