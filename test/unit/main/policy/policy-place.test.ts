import { describe, expect, test } from 'vitest'
import { policyPlace } from '../../../../src/main/policy/policy-place.ts'

describe('the policy of a computer', () => {
  test.each([
    ['linux', '/etc/voice360-companion/policy.json', [0]],
    ['darwin', '/Library/Application Support/Voice360 Companion/policy.json', [0]],
    ['win32', 'C:\\ProgramData\\Voice360 Companion\\policy.json', null]
  ] as const)('of %s is at %s, and root’s', (platform, path, owners) => {
    expect(policyPlace(platform, null, 1_000)).toEqual({ path, owners })
  })
})

test('one that stands in for it may be the user’s own', () => {
  expect(policyPlace('linux', '/tmp/policy.json', 1_000)).toEqual({
    path: '/tmp/policy.json',
    owners: [0, 1_000]
  })
})
