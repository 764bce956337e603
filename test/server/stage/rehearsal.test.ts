// Rehearsals: simulated people in a copy, on the real screen, and nothing of it left.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StageFrame } from '../../../server/protocol/stage.ts'
import type { StageDesk } from '../../../server/protocol/stage-desk.ts'
import { signedIn } from '../staff/signed-in.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { testService } from '../test-service.ts'
import { hallOfPeople } from './hall-of-people.ts'

test('a rehearsal votes in a copy, is marked on the screen, and leaves nothing behind', async () => {
  const dataFolder = temporaryFolder()
  const service = await testService({
    dataFolder,
    conversations: [hallOfPeople(20)],
    stage: { beatMs: 50 },
  })
  const host = await signedIn(service, 'host')
  const base = '/api/staff/conversations/hall/stage'
  const made = (await (await host.request(`${base}/screens`, { body: { name: '' } })).json()) as {
    path: string
  }
  const frame = async (token?: string) => {
    const headers = new Headers(token === undefined ? [] : [['Authorization', `Bearer ${token}`]])
    const answer = await fetch(`http://127.0.0.1:${service.port}/api/conversations/hall/stage`, { headers })
    return (await answer.json()) as StageFrame
  }
  const token = made.path.split('#')[1]!
  const before = await service.store.lastSequence('hall')

  expect((await host.request(`${base}/rehearsal`, { body: { people: 30 } })).status).toBe(200)
  expect((await host.request(`${base}/rehearsal`, { body: { people: 30 } })).status).toBe(409)
  const desk = async () => (await (await host.request(base)).json()) as StageDesk
  await expect.poll(async () => (await desk()).rehearsal?.people, { timeout: 20_000 }).toBeGreaterThan(2)
  const shown = await frame(token)
  expect(shown.conversation).toMatchObject({ isRehearsal: true, isSample: true })
  expect(shown.conversation.topic).toContain('Rehearsal')
  expect((await frame()).conversation).toMatchObject({ id: 'hall', isRehearsal: false })

  const takePart = `http://127.0.0.1:${service.port}${shown.takePart}`
  expect((await fetch(takePart)).status).toBe(200)
  const list = await (await fetch(`http://127.0.0.1:${service.port}/api/conversations`)).text()
  expect(list).not.toContain('rehearsal')

  expect((await host.request(`${base}/rehearsal`, { method: 'DELETE' })).status).toBe(200)
  expect((await desk()).rehearsal).toBeNull()
  expect((await frame(token)).conversation).toMatchObject({ id: 'hall', isRehearsal: false })
  expect((await fetch(takePart)).status).toBe(404)
  expect(await service.store.lastSequence('hall')).toBe(before)
  const folder = join(dataFolder, 'rehearsals')
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
})
