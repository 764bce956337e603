import { expect, onTestFinished, test } from 'vitest'
import { shareImportLock, whileNobodyImports } from '../../../server/store/import-lock.ts'
import { openStore } from '../../../server/store/open.ts'
import { largeSquare } from './large-square.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('many may import at once, and nobody tidies up before the last of them is done', () => {
  const folder = temporaryFolder()
  const [first, second] = [shareImportLock(folder), shareImportLock(folder)]
  let times = 0
  expect(whileNobodyImports(folder, () => times++)).toBe(false)
  first.release()
  expect(whileNobodyImports(folder, () => times++)).toBe(false)
  second.release()
  expect(whileNobodyImports(folder, () => times++)).toBe(true)
  expect(times).toBe(1)
})

test('an import goes on when somebody else opens the data folder', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  const number = (await store.imports.begin(largeSquare(3_000)))!
  let progress = await store.imports.step(number)
  await (await openStore(folder)).close()
  while (progress.done < progress.total) progress = await store.imports.step(number)
  expect(await store.imports.finish(number)).toMatchObject({ kind: 'imported', votes: 3_000 })
})
