// By which words events, and reasons why a try failed, are called.
import type { DeliveryFailure, WebhookEvent } from '../../server/protocol/connections.ts'

export const eventNames = {
  opened: 'eventOpened',
  closed: 'eventClosed',
  'version-published': 'eventVersionPublished',
  'statement-waiting': 'eventStatementWaiting',
  test: 'eventTest',
} as const satisfies Record<WebhookEvent | 'test', string>

export const failureNames = {
  'address-refused': 'failureAddressRefused',
  'not-found': 'failureNotFound',
  'no-connection': 'failureNoConnection',
  certificate: 'failureCertificate',
  'too-slow': 'failureTooSlow',
  redirect: 'failureRedirect',
  status: 'failureStatus',
} as const satisfies Record<DeliveryFailure, string>
