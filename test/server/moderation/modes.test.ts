// Modes of moderation: what each of them shows, hides and holds back, told before and done after.
import { expect, test } from 'vitest'
import { signedIn } from '../staff/signed-in.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { base, desk, id, page } from './moderation-desk.ts'

test('when anyone may write at once, what waits is released to voters, but for what a check holds', async () => {
  const { service, ann, write, own } = await desk()
  const owner = await signedIn(service, 'owner')
  const waiting = await write('A bandstand.')
  const held = await write('Ring me on 029 2087 2087.')
  const voter = await TestSocket.open(service.port)
  await voter.enter(id)
  const change = async (changes: Record<string, { was: unknown; value: unknown }>) => {
    const response = await owner.request(`${base}/settings`, { method: 'PATCH', body: { changes } })
    expect(response.status).toBe(200)
  }
  await change({ whoWrites: { was: 'approval', value: 'anyone' } })
  expect(await voter.next('conversation-changed')).toMatchObject({ opened: [{ id: waiting }] })
  expect(await own()).toMatchObject([{ state: 'waiting' }, { state: 'accepted' }])
  const { items } = await page(ann)
  expect(items).toMatchObject([
    { id: waiting, state: 'pending', isOpen: true },
    { id: held, state: 'pending', isOpen: false, concerns: ['phone'] },
  ])
  const shown = await write('A fountain.')
  expect((await page(ann)).items.at(-1)).toMatchObject({ id: shown, isOpen: true })
  await change({ strictModeration: { was: false, value: true } })
  expect((await page(ann)).items.map(({ isOpen }) => isOpen)).toEqual([false, false, false])
  await change({ strictModeration: { was: true, value: false } })
  expect((await page(ann)).items.map(({ isOpen }) => isOpen)).toEqual([true, false, true])
  expect((await page(ann, '?state=accepted')).items).toHaveLength(3)
})

test('what a mode would do is told before it is chosen, and is what then happens', async () => {
  const { service, write } = await desk({ whoWrites: 'approval' })
  for (const text of ['A bandstand here.', 'A fountain there.', 'Ring me on 029 2087 2087.'])
    await write(text)
  const owner = await signedIn(service, 'owner')
  type Mode = { whoWrites: string; strictModeration: boolean; shows: number; hides: number; holds: number }
  const effect = async (whoWrites: string, strictModeration: boolean) => {
    const answer = (await (await owner.request(`${base}/modes`)).json()) as { modes: Mode[] }
    const found = answer.modes.find(
      (mode) => mode.whoWrites === whoWrites && mode.strictModeration === strictModeration,
    )!
    return [found.shows, found.hides, found.holds]
  }
  const open = async () => {
    const { progress } = await (await TestSocket.open(service.port)).enter(id)
    return progress!.of
  }
  const change = (name: string, was: unknown, value: unknown) =>
    owner.request(`${base}/settings`, { method: 'PATCH', body: { changes: { [name]: { was, value } } } })
  expect(await effect('approval', false)).toEqual([0, 0, 0])
  const before = await open()
  expect(await effect('anyone', false)).toEqual([2, 0, 1])
  expect((await change('whoWrites', 'approval', 'anyone')).status).toBe(200)
  expect(await open()).toBe(before + 2)
  const [, hides] = await effect('anyone', true)
  expect(hides).toBeGreaterThan(0)
  expect((await change('strictModeration', false, true)).status).toBe(200)
  expect(await open()).toBe(before + 2 - hides!)
})
