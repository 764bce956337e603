import { expect, test } from 'vitest'
import { addressWords } from '../../../server/conversation/address-words.ts'

test.each([
  ['Ble dylai’r tŷ fod?', 'ble-dylai-r-ty-fod'],
  ['Should our market town close the High Street to cars?', 'should-our-market-town-close-the-high'],
  ['What should become of the market square in 2027', 'what-should-become-of-the-market-square'],
  ['Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 'llanfairpwllgwyngyllgogerychwyrndrobwlll'],
  ['Cynllun/2027 & mwy', 'cynllun-2027-mwy'],
  ['討論', ''],
])('%s stands in addresses as %s', (text, words) => {
  expect(addressWords(text)).toBe(words)
})
