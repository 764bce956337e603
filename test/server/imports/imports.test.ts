import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Imports } from '../../../server/imports/imports.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'

test('uploads that a crash has left are removed at the next start', () => {
  const folder = join(temporaryFolder(), 'uploads')
  mkdirSync(join(folder, 'folkmoot-upload-old'), { recursive: true })
  writeFileSync(join(folder, 'folkmoot-upload-old', 'votes.csv'), 'what people voted')
  const imports = new Imports({ folder })
  onTestFinished(() => imports.close())
  expect(existsSync(folder)).toBe(false)
  expect(imports.begin(1)).not.toBeNull()
  expect(readdirSync(folder)).toHaveLength(1)
})
