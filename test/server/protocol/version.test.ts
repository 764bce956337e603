import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as boot from '../../../server/protocol/boot.ts'
import * as conversation from '../../../server/protocol/conversation.ts'
import { down } from '../../../server/protocol/down.ts'
import { errors } from '../../../server/protocol/errors.ts'
import * as snapshot from '../../../server/protocol/snapshot.ts'
import * as statement from '../../../server/protocol/statement.ts'
import { up } from '../../../server/protocol/up.ts'
import { MAXIMUM_FRAME_BYTES, PROTOCOL_VERSION } from '../../../server/protocol/version.ts'
import { describeSchema } from './describe-schema.ts'

/** Hash of the schemas of each version of the protocol. */
const HASHES: Readonly<Record<number, string>> = {
  1: '68edf5ea0c6c19e5',
  2: 'c8ec64f198250fac',
  3: 'e6ffce41a43240ea',
  4: 'd74e42badd8779ff',
  5: '7f30d6748daba972',
  6: '7d92eb784f4cbbbc',
  7: '16fbd3af8b74f38f',
  8: '649b111928c78135',
  9: '6acadca24b313c34',
  10: '6c0a9c35b5506288',
  11: 'c2ef26157f556e01',
  12: '4d59b99b7275b720',
  13: 'c6bdac270e612aa2',
  14: 'd4d6e2cc9589ebff',
}

test('the schemas are those of the version that they are sent under', () => {
  const contract = {
    up: describeSchema(up),
    down: describeSchema(down),
    documents: [
      boot.boot,
      conversation.conversationList,
      snapshot.snapshot,
      snapshot.components,
      statement.statementList,
    ].map(describeSchema),
    codes: Object.entries(errors).map(([code, { status, closeCode }]) => [code, status, closeCode]),
    MAXIMUM_FRAME_BYTES,
  }
  const hash = createHash('sha256').update(JSON.stringify(contract)).digest('hex').slice(0, 16)
  expect(
    hash,
    `The wire contract has changed. Raise PROTOCOL_VERSION in server/protocol/version.ts, say why in its history, ` +
      `and add the version's hash here: ${hash}.`,
  ).toBe(HASHES[PROTOCOL_VERSION])
})

test('the description tells a changed schema from the same one', async () => {
  const v = await import('valibot')
  const describe = (most: number) =>
    JSON.stringify(describeSchema(v.strictObject({ a: v.pipe(v.string(), v.maxLength(most)) })))
  expect(describe(5)).toBe(describe(5))
  expect(describe(5)).not.toBe(describe(6))
  expect(JSON.stringify(describeSchema(v.object({ a: v.optional(v.string()) })))).not.toBe(
    JSON.stringify(describeSchema(v.object({ a: v.string() }))),
  )
})
