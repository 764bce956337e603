import { expect, test } from 'vitest'
import {
  type Action,
  actionsOfOrganisation,
  privileges,
  roleFor,
} from '../../../server/protocol/privileges.ts'

test('an owner of the organisation may do everything everywhere', () => {
  const grants = [{ role: 'owner', conversation: null }] as const
  for (const action of Object.keys(privileges) as Action[]) {
    expect(roleFor(grants, action, 'town-square')).toBe('owner')
  }
})

test('a role in one conversation reaches no other, and nothing of the organisation', () => {
  const grants = [{ role: 'owner', conversation: 'town-square' }] as const
  expect(roleFor(grants, 'change-settings', 'town-square')).toBe('owner')
  expect(roleFor(grants, 'change-settings', 'market')).toBeNull()
  for (const action of actionsOfOrganisation) expect(roleFor(grants, action, 'town-square')).toBeNull()
})

test('the most powerful of several roles is the one by which something is done', () => {
  const grants = [
    { role: 'viewer', conversation: null },
    { role: 'host', conversation: 'town-square' },
  ] as const
  expect(roleFor(grants, 'see-stage', 'town-square')).toBe('host')
  expect(roleFor(grants, 'see-stage', 'market')).toBe('viewer')
  expect(roleFor(grants, 'moderate', 'town-square')).toBeNull()
})

test('whoever has no role may do nothing', () => {
  for (const action of Object.keys(privileges) as Action[])
    expect(roleFor([], action, 'town-square')).toBeNull()
})

test('everybody who is signed in reaches their own account', () => {
  expect(roleFor([{ role: 'viewer', conversation: 'market' }], 'use-own-account', null)).toBe('viewer')
})
