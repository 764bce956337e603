import { expect, test } from 'vitest'
import { openStore } from '../../../server/store/open.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { emptySquare } from '../store/town-square.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { testService } from '../test-service.ts'
import { runFolkmoot } from './run-folkmoot.ts'

async function square(): Promise<string> {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  await store.importConversation(emptySquare)
  await store.close()
  return folder
}

test('settings are printed with their help, and those that differ have a star', async () => {
  const folder = await square()
  const before = await runFolkmoot(['settings', 'empty-square'], folder)
  expect(before).toMatchObject({ code: 0, err: '' })
  expect(before.out).toContain('  opensAt = 7\n      Number of people')
  const after = await runFolkmoot(['settings', 'empty-square', '--set', 'opensAt=12'], folder)
  expect(after.out).toContain('* opensAt = 12\n')
  const back = await runFolkmoot(['settings', 'empty-square', '--unset', 'opensAt', '--json'], folder)
  expect(JSON.parse(back.out)).toMatchObject({ opensAt: 7 })
})

test.each([
  { words: ['nowhere'], code: 1, err: /there is no conversation “nowhere”/ },
  { words: ['empty-square', '--set', 'opensAt=2'], code: 1, err: /opensAt: .*Nothing was changed/ },
  { words: ['empty-square', '--set', 'colour=red'], code: 2, err: /there is no setting “colour”/ },
  { words: ['empty-square', '--set', 'opensAt'], code: 2, err: /--set opensAt needs a value/ },
  { words: ['empty-square', '--unset', 'opensAt=1'], code: 2, err: /--unset opensAt takes no value/ },
  { words: ['empty-square', '--set'], code: 2, err: /--set needs a name/ },
])('$words is refused in one line', async ({ words, code, err }) => {
  const outcome = await runFolkmoot(['settings', ...words], await square())
  expect(outcome.code).toBe(code)
  expect(outcome.err).toMatch(err)
})

test('a running service takes a change up, and the map follows', async () => {
  const folder = temporaryFolder()
  const { port } = await testService({ dataFolder: folder, conversations: [emptySquare] })
  const socket = await TestSocket.open(port)
  await socket.enter('empty-square')
  expect((await socket.next('snapshot')).opensAt).toBe(7)
  socket.send({ type: 'grant-credit' })
  await runFolkmoot(['settings', 'empty-square', '--set', 'opensAt=30'], folder)
  expect((await socket.next('snapshot')).opensAt).toBe(30)
})
