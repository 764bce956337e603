// Images for the texts of a conversation: taken in, refused, given out.
import { expect, test } from 'vitest'
import { addMedia, IMAGE_LIMIT, IMAGE_SIZE_LIMIT, imageMarkdown } from '../../../server/media/add-media.ts'
import { imageTypeOf } from '../../../server/media/image-type.ts'
import { media } from '../../../server/protocol/addresses.ts'
import { parseInline } from '../../../server/protocol/markdown.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { photograph } from './photographs.ts'

const id = townSquare.id

/** The parts of a PNG, of so many bytes; `last` is the last byte of its pixels. */
function png(last = 0, size = 58): Uint8Array<ArrayBuffer> {
  const chunk = (name: string, content: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return Buffer.concat([length, Buffer.from(name), content, Buffer.alloc(4)])
  }
  const pixels = new Uint8Array(size - 57)
  pixels[pixels.length - 1] = last
  const chunks = [chunk('IHDR', new Uint8Array(13)), chunk('IDAT', pixels), chunk('IEND', new Uint8Array(0))]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]))
}

test('what a file is, is read from its bytes', () => {
  const begins = (text: string) => imageTypeOf(Uint8Array.from(text, (each) => each.charCodeAt(0)))
  expect(imageTypeOf(png())).toBe('image/png')
  expect(begins('\xff\xd8\xff\xe0')).toBe('image/jpeg')
  expect(begins('RIFF\0\0\0\0WEBPVP8 ')).toBe('image/webp')
  expect(begins('\0\0\0\x1cftypavif\0\0\0\0')).toBe('image/avif')
  for (const other of [
    '',
    '<svg xmlns=',
    'GIF89a',
    'RIFF\0\0\0\0WAVE',
    '\0\0\0\x1cftypisom\0\0\0\0',
    '<script>',
  ]) {
    expect(begins(other), other).toBeNull()
  }
})

test('an image is given out as what it is, to be kept for ever, and can run nothing', async () => {
  const service = await testService()
  const added = await addMedia(service.store, id, png())
  if (typeof added === 'string') throw new Error(added)
  const response = await fetch(`http://127.0.0.1:${service.port}${added.path}`)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(png())
  expect((await fetch(`http://127.0.0.1:${service.port}${added.path.slice(0, -1)}`)).status).toBe(404)
  const markdown = imageMarkdown(added.path, 'A [square]')
  expect(parseInline(markdown)).toEqual([{ kind: 'image', path: added.path, alt: 'A  square' }])
})

test('what is stored and given out is without metadata, also where it was stored before', async () => {
  const service = await testService()
  const given = photograph('image/jpeg')
  const added = await addMedia(service.store, id, given)
  if (typeof added === 'string') throw new Error(added)
  const stored = await service.store.media.medium(id, added.hash)
  expect(stored!.bytes.length).toBeLessThan(given.length)
  const old = { hash: 'o'.repeat(43), type: 'image/jpeg', bytes: given, addedAtMs: 0 } as const
  await service.store.media.add(id, old)
  for (const path of [added.path, media(id, old.hash)]) {
    const response = await fetch(`http://127.0.0.1:${service.port}${path}`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(stored!.bytes)
  }
})

test('what is no image, is too large or one too many is refused with a code', async () => {
  const { store } = await testService()
  expect(await addMedia(store, id, new TextEncoder().encode('<svg/>'))).toBe('image-unknown')
  expect(await addMedia(store, id, png().slice(0, 40))).toBe('image-unknown')
  expect(await addMedia(store, id, png(0, IMAGE_SIZE_LIMIT + 1))).toBe('image-too-large')
  for (let i = 0; i < IMAGE_LIMIT; i++) await addMedia(store, id, png(i))
  expect(await addMedia(store, id, png(IMAGE_LIMIT))).toBe('image-limit')
  expect(await addMedia(store, id, png(1))).toMatchObject({ type: 'image/png' })
  await expect(addMedia(store, 'nowhere', png())).rejects.toThrow('nowhere')
})
