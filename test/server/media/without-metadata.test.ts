// Photographs as cameras and programs write them, without what tells of people.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imageTypeOf } from '../../../server/media/image-type.ts'
import { orientationIn, tiffSaying } from '../../../server/media/orientation.ts'
import { withoutMetadata } from '../../../server/media/without-metadata.ts'
import { mediaTypes } from '../../../server/store/media-store.ts'
import { photograph } from './photographs.ts'

const NAME = 'A. Resident'
/** 51.5 degrees and what follows, as GPS data write them. */
const PLACE = '\0\0\0\x33\0\0\0\x01\0\0\0\x1e\0\0\0\x01'
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

test.each(mediaTypes)('who took it, where, captions and what stands behind the end are gone: %s', (type) => {
  const before = photograph(type)
  expect(textOf(before)).toContain(NAME)
  expect(textOf(before)).toContain(PLACE)
  const after = withoutMetadata(before, type)!
  expect(imageTypeOf(after)).toBe(type)
  expect(textOf(after)).not.toMatch(/Resident|elsewhere|xmpmeta|GPS/)
  expect(textOf(after)).not.toContain(PLACE)
})

test.each(mediaTypes)('once it is clean nothing changes any more: %s', (type) => {
  const clean = withoutMetadata(photograph(type), type)!
  expect(withoutMetadata(clean, type)).toEqual(clean)
})

test.each(['image/jpeg', 'image/png'] as const)('which way up it is stays: %s', (type) => {
  const text = textOf(withoutMetadata(photograph(type), type)!)
  expect(text).toContain(textOf(tiffSaying(6)))
})

test('every orientation is read as it was written, and nonsense is upright', () => {
  for (let each = 1; each <= 8; each++) expect(orientationIn(tiffSaying(each))).toBe(each)
  expect(orientationIn(tiffSaying(9))).toBe(1)
  fc.assert(fc.property(fc.uint8Array(), (bytes) => orientationIn(bytes) >= 1 && orientationIn(bytes) <= 8))
})

test.each(mediaTypes)('a file that breaks off anywhere is refused or clean, and never throws: %s', (type) => {
  const whole = photograph(type)
  for (let length = 0; length < whole.length; length++) {
    const after = withoutMetadata(whole.slice(0, length), type)
    if (after !== null) expect(textOf(after)).not.toContain(NAME)
  }
})

test.each(mediaTypes)('a file with broken bytes is refused or read to its end: %s', (type) => {
  const broken = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
  fc.assert(
    fc.property(fc.array(broken, { minLength: 1, maxLength: 6 }), (changes) => {
      const bytes = photograph(type)
      for (const [place, value] of changes) bytes[place % bytes.length] = value
      const after = withoutMetadata(bytes, type)
      return after === null || after.length <= bytes.length + 64
    }),
  )
})
