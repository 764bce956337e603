// `folkmoot images ID`: the images that the texts of a conversation can show, kept by the service itself.
import { readFileSync } from 'node:fs'
import { addMedia, imageMarkdown } from '../media/add-media.ts'
import { media } from '../protocol/addresses.ts'
import { staffErrors } from '../protocol/staff-errors.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'
import { RefusedInput, WrongUsage } from './failures.ts'

export const imagesHelp = `folkmoot images ID [--add FILE --alt TEXT | --remove HASH] [--data-dir DIR]

Lists the images of a conversation, adds one or removes one. Adding prints the line to write into the description or the
background; pages show only images that are kept here, so that nobody else learns who reads them.

  --add FILE      a PNG, JPEG, WebP or AVIF file of at most 1 MB; what the file says of its place or camera is public with it
  --alt TEXT      what the image shows, for those who cannot see it
  --remove HASH   removes the image; texts that show it then show its words
  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data
`

export async function imagesCommand(words: readonly string[]): Promise<void> {
  const kinds = { add: 'string', alt: 'string', remove: 'string', 'data-dir': 'string' } as const
  const { subject, options } = readCommandLine(words, 'ID', kinds)
  const { add, alt = '', remove } = options
  if (add !== undefined && remove !== undefined) throw new WrongUsage('either --add or --remove, not both')
  if (add !== undefined && alt.trim() === '')
    throw new WrongUsage('--add needs --alt with what the image shows')
  const bytes = add === undefined ? null : new Uint8Array(readFileSync(pathFromCaller(add)))
  const store = await openStore(dataFolder(options['data-dir']))
  try {
    if ((await store.conversation(subject)) === null) {
      throw new RefusedInput(`there is no conversation “${subject}”`)
    }
    if (bytes !== null) process.stdout.write(`${await added(store, subject, bytes, alt)}\n`)
    else if (remove !== undefined) await removed(store, subject, remove)
    else process.stdout.write(await listed(store, subject))
  } finally {
    await store.close()
  }
}

async function added(store: Store, id: string, bytes: Uint8Array<ArrayBuffer>, alt: string): Promise<string> {
  const outcome = await addMedia(store, id, bytes)
  if (typeof outcome === 'string') throw new RefusedInput(staffErrors[outcome].words.en)
  return imageMarkdown(outcome.path, alt)
}

async function removed(store: Store, id: string, hash: string): Promise<void> {
  if (!(await store.media.remove(id, hash))) throw new RefusedInput(`${id} has no image “${hash}”`)
  process.stdout.write(`Removed ${media(id, hash)}.\n`)
}

async function listed(store: Store, id: string): Promise<string> {
  const list = await store.media.list(id)
  if (list.length === 0) return `${id} has no images.\n`
  return list.map(({ hash, type, size }) => `${media(id, hash)}  ${type}  ${size} bytes\n`).join('')
}
