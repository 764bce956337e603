// Where the package lies, found from this module by walking up to package.json, so that the same code finds the
// migrations and the built pages when it runs from source and when it runs from dist/.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the folder that holds package.json. */
export const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)))

function findPackageRoot(from: string): string {
  let folder = from
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`There is no package.json above ${from}.`)
    folder = parent
  }
  return folder
}
