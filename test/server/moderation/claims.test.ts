import { expect, test } from 'vitest'
import { CLAIM_MS, Claims } from '../../../server/moderation/claims.ts'

const ann = { account: 1, name: 'Ann' }
const bob = { account: 2, name: 'Bob' }

test('what one moderator has before them another does not get, unless it is taken over', () => {
  const claims = new Claims()
  claims.claim(ann, [3, 4], { nowMs: 0 })
  claims.claim(bob, [4, 5], { nowMs: 10 })
  expect(claims.list(10).map(({ statement, name }) => [statement, name])).toEqual([
    [3, 'Ann'],
    [4, 'Ann'],
    [5, 'Bob'],
  ])
  expect(claims.claimedByOther(4, bob.account, 10)?.name).toBe('Ann')
  expect(claims.claimedByOther(4, ann.account, 10)).toBeNull()
  claims.claim(bob, [4], { nowMs: 20, takeOver: true })
  expect(claims.list(20).map(({ statement, name }) => [statement, name])).toEqual([
    [3, 'Ann'],
    [4, 'Bob'],
  ])
})

test('a claim ends by itself a minute after it was last renewed', () => {
  const claims = new Claims()
  claims.claim(ann, [3], { nowMs: 0 })
  claims.claim(ann, [3], { nowMs: 1_000 })
  expect(claims.nextEndMs(2_000)).toBe(1_000 + CLAIM_MS)
  expect(claims.claimedByOther(3, bob.account, CLAIM_MS + 999)).not.toBeNull()
  expect(claims.claimedByOther(3, bob.account, CLAIM_MS + 1_000)).toBeNull()
  expect(claims.list(CLAIM_MS + 1_000)).toEqual([])
  expect(claims.nextEndMs(CLAIM_MS + 1_000)).toBeNull()
})

test('whoever goes on to the next statement leaves the one before to the others', () => {
  const claims = new Claims()
  claims.claim(ann, [3], { nowMs: 0 })
  claims.claim(ann, [4], { nowMs: 1 })
  claims.claim(bob, [3], { nowMs: 2 })
  expect(claims.claimedByOther(3, ann.account, 3)?.name).toBe('Bob')
})
