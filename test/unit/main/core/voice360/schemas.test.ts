import { expect, test } from 'vitest'
import { profileSchema } from '../../../../../src/main/core/voice360/schemas.ts'

test.each([
  ['America/Chicago', 'America/Chicago'],
  ['Central time', null],
  [undefined, null]
])('a profile whose time zone is %s is one of %s: no other can be shown', (time_zone, expected) => {
  expect(profileSchema.parse({ presence_id: '1001', time_zone })).toMatchObject({ time_zone: expected })
})
