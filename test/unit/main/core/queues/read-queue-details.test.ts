import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQueueDetails } from '../../../../../src/main/core/queues/read-queue-details.ts'
import { queueDetailsSchema as apiDetails } from '../../../../../src/main/core/voice360/schemas.ts'
import { queueDetailsSchema } from '../../../../../src/shared/domain/queue.ts'

const base = { pk: 1, name: '1', queue_name: 'Sales' }
const membersOf = (more: object) => readQueueDetails(apiDetails.parse({ ...base, ...more })).members

test.each([
  ['users with a presence id', { users: [{ presence_id: '1001', first_name: 'Anna' }] }],
  ['members with an extension', { members: [{ extension: 1001, name: 'Anna' }] }],
  ['agents after a list of something else', { tags: [], agents: [{ number: ' 1001 ', callerID: 'Anna' }] }]
])('finds %s', (_what, more) => {
  expect(membersOf(more)).toEqual([{ extension: '1001', name: 'Anna' }])
})

test('takes bare extensions, by their own names', () => {
  expect(membersOf({ users: ['1001', 1002] })).toEqual([
    { extension: '1001', name: '1001' },
    { extension: '1002', name: '1002' }
  ])
})

test('a queue without agents has none; one whose agents are not told has unknown ones', () => {
  expect(membersOf({ users: [] })).toEqual([])
  expect(membersOf({})).toBeNull()
})

test('whatever is told, what comes of it is what the contract says', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (more) => {
      const parsed = apiDetails.safeParse({ ...more, ...base })
      if (parsed.success) queueDetailsSchema.parse(readQueueDetails(parsed.data))
    })
  )
})
