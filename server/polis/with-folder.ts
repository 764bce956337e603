import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { RefusedExport } from './refused-export.ts'
import { unpack } from './unpack.ts'

/**
 * Does something with an export that is a folder or a zip; a zip is unpacked into a folder that is removed afterwards.
 * `name` is that of the folder or of the zip without its ending.
 */
export async function withFolder<Result>(
  path: string,
  work: (folder: string, name: string) => Promise<Result> | Result,
): Promise<Result> {
  let isFolder
  try {
    isFolder = statSync(path).isDirectory()
  } catch {
    throw new RefusedExport(path, null, (say) => say('missingPath'))
  }
  if (isFolder) return work(path, basename(path))
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-import-'))
  try {
    await unpack(path, folder)
    return await work(folder, basename(path).replace(/\.zip$/i, ''))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
