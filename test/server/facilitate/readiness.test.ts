import { expect, test } from 'vitest'
import { signedIn } from '../staff/signed-in.ts'
import { facilitating, id, staffPath } from './facilitating.ts'

const whole = { influence: 'consult', decides: 'x', canChange: 'x', dates: [], next: 'x' }

test('each thing that is missing is named, and gone once it is mended', async () => {
  const service = await facilitating()
  const { ask, change } = service
  const missing = async () => {
    const { body } = await ask<{ isReady: boolean; items: { item: string; isDone: boolean }[] }>(
      staffPath('/readiness'),
    )
    expect(body.isReady).toBe(body.items.every(({ isDone }) => isDone))
    return body.items.flatMap(({ item, isDone }) => (isDone ? [] : [item]))
  }
  expect(await missing()).toEqual(['purpose', 'languages', 'seeds', 'retention'])
  const en = { ...whole, question: 'What?' }
  await change(['purpose.en', null, en], ['keepUntil', '', '2030-01-01'])
  expect(await missing()).toEqual(['languages', 'seeds'])
  await change(['languages', ['en', 'cy'], ['en']])
  expect(await missing()).toEqual(['seeds'])
  const texts = Array.from({ length: 5 }, (_, i) => `The square needs more of thing ${i}.`)
  await ask(staffPath('/seeds'), { body: { texts } })
  expect(await missing()).toEqual([])
  await change(['whoVotes', 'anyone', 'codes'])
  expect(await missing()).toEqual(['voters'])
  await ask(staffPath('/invitations'), { body: { count: 3 } })
  expect(await missing()).toEqual([])
  await change(['votingUntil', '', '2020-01-01T10:00'])
  expect(await missing()).toEqual(['schedule'])
})

test('without anybody who moderates, waiting statements would wait for ever', async () => {
  const service = await facilitating({}, 'viewer')
  const moderators = async () => {
    const { body } = await service.ask<{ items: { item: string; isDone: boolean }[] }>(
      staffPath('/readiness'),
    )
    return body.items.find(({ item }) => item === 'moderators')!.isDone
  }
  expect(await moderators()).toBe(false)
  await signedIn(service, 'moderator', { conversation: id })
  expect(await moderators()).toBe(true)
})
