import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../server/store/open.ts'
import { photograph } from '../media/photographs.ts'
import { emptySquare } from '../store/town-square.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { runFolkmoot } from './run-folkmoot.ts'

async function square(): Promise<string> {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  await store.importConversation(emptySquare)
  await store.close()
  return folder
}

test('an image is added, listed and removed; adding prints the line for the text', async () => {
  const folder = await square()
  const file = join(folder, 'square.png')
  writeFileSync(file, photograph('image/png'))
  const added = await runFolkmoot(['images', 'empty-square', '--add', file, '--alt', 'The square'], folder)
  expect(added.out).toMatch(/^!\[The square\]\(\/media\/empty-square\/[\w-]{43}\)\n$/)
  const listed = await runFolkmoot(['images', 'empty-square'], folder)
  expect(listed.out).toMatch(/image\/png {2}\d+ bytes/)
  const hash = /empty-square\/([\w-]{43})/.exec(added.out)![1]!
  expect((await runFolkmoot(['images', 'empty-square', '--remove', hash], folder)).code).toBe(0)
  expect((await runFolkmoot(['images', 'empty-square'], folder)).out).toContain('has no images')
})

test('a file that is no image is refused, and nobody adds one without words for it', async () => {
  const folder = await square()
  const file = join(folder, 'square.svg')
  writeFileSync(file, '<svg/>')
  const refused = await runFolkmoot(['images', 'empty-square', '--add', file, '--alt', 'x'], folder)
  expect(refused).toMatchObject({
    code: 1,
    err: expect.stringContaining('PNG, JPEG, WebP or AVIF') as string,
  })
  expect(await runFolkmoot(['images', 'empty-square', '--add', file], folder)).toMatchObject({ code: 2 })
})
