import { expect, test } from 'vitest'
import type { SettingChanges } from '../../../server/conversation/change-settings.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { runFolkmoot } from '../cli/run-folkmoot.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

const { id } = emptySquare

async function square(settings: SettingChanges, dataFolder = temporaryFolder()) {
  const service = await testService({ dataFolder, conversations: [{ ...emptySquare, settings }] })
  const ask = (path: string, token?: string) =>
    fetch(`http://127.0.0.1:${service.port}/api/conversations/${id}/${path}`, {
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    })
  return { ...service, ask }
}

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code

/** Whether a map came before the answer to a ping, which the server gives in the order of what it was told. */
async function hasMap(socket: TestSocket): Promise<boolean> {
  socket.send({ type: 'ping' })
  return (await socket.nextOf('snapshot', 'pong')).type === 'snapshot'
}

test('results after voting come with the vote that is enough, and not to others', async () => {
  const { port, ask } = await square({ resultsVisible: 'after-voting', resultsAfterVotes: 2 })
  const screen = await TestSocket.open(port)
  await screen.enter(id, { role: 'watcher' })
  const voter = await TestSocket.open(port)
  const { token, conversation } = await voter.enter(id)
  expect(conversation.results).toEqual({ visible: 'after-voting', afterVotes: 2, areRevealed: false })
  voter.vote(0, 1, 'mutation-1')
  await voter.next('vote-accepted')
  await expect.poll(async () => (await ask('snapshot', token)).status).toBe(403)
  expect(await hasMap(voter)).toBe(false)
  expect(await codeOf(await ask('components/1', token))).toBe('results-after-voting')

  voter.vote(1, -1, 'mutation-2')
  const map = await voter.next('snapshot')
  const fetched = await ask('snapshot', token)
  expect(fetched.status).toBe(200)
  expect(fetched.headers.get('Cache-Control')).toBe('private, no-store')
  expect((await ask(`components/${map.version}`, token)).status).toBe(200)
  expect((await ask('snapshot')).status).toBe(403)
  expect(await hasMap(screen)).toBe(false)
})

test('revealed results are pushed to everybody; before, and when hidden again, nobody is given them', async () => {
  const dataFolder = temporaryFolder()
  const { port, ask } = await square({ resultsVisible: 'when-revealed' }, dataFolder)
  const set = (value: boolean) =>
    runFolkmoot(['settings', id, '--set', `resultsRevealed=${value}`], dataFolder)
  const screen = await TestSocket.open(port)
  await screen.enter(id, { role: 'watcher' })
  expect(await codeOf(await ask('snapshot'))).toBe('results-not-revealed')
  expect(await hasMap(screen)).toBe(false)
  await set(true)
  const { conversation } = await screen.next('conversation-changed')
  expect(conversation.results.areRevealed).toBe(true)
  await screen.next('snapshot')
  expect((await ask('snapshot')).status).toBe(200)
  await set(false)
  await screen.next('conversation-changed')
  expect((await ask('snapshot')).status).toBe(403)
})

test('results of a closed conversation are shown when that was the rule, and not while it is paused', async () => {
  const dataFolder = temporaryFolder()
  const { ask } = await square({ resultsVisible: 'when-closed' }, dataFolder)
  await runFolkmoot(['state', id, 'paused'], dataFolder)
  expect(await codeOf(await ask('snapshot'))).toBe('results-when-closed')
  await runFolkmoot(['state', id, 'closed'], dataFolder)
  await expect.poll(async () => (await ask('snapshot')).status, { timeout: 5_000 }).toBe(200)
})
