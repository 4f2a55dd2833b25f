import { expect, test } from 'vitest'
import { createMyQueues, namesMember } from '../../../../../src/main/core/popup/my-queues.ts'
import type { Voice360Api } from '../../../../../src/main/core/voice360/index.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { answered, stubApi } from '../../../../fakes/stub-api.ts'

const queue = (pk: number, queueName: string) => ({
  pk,
  name: String(pk),
  queue_name: queueName,
  // A queue of my own extension's number would not be mine by that.
  extension: '1001',
  strategy: null
})
const member = (extension: string) => ({ pk: 1001, presence_id: extension, first_name: 'Someone' })

const office = (): Voice360Api =>
  stubApi({
    getQueues: () => answered([queue(1, 'Sales Queue'), queue(2, 'Support Queue'), queue(3, 'Night')]),
    getQueue: (pk) =>
      pk === 3
        ? stubApi({}).getQueue(pk)
        : answered({
            ...queue(pk, ''),
            users: pk === 1 ? [member('1002'), member('1001')] : [member('1002')]
          })
  })

function myQueues(api: () => Voice360Api | null, chosen: readonly string[] = [], hasDeveloperKey = true) {
  return createMyQueues({
    api,
    hasDeveloperKey: () => hasDeveloperKey,
    myExtension: () => '1001',
    chosen: () => chosen,
    log: createRecordingLog()
  })
}

test('those of which I am a member, by any of their names, and those I chose', async () => {
  const api = office()
  const queues = myQueues(() => api, ['Night'])
  await queues.refresh()
  expect(['Sales Queue', 'sales queue ', '1', 'Night'].map(queues.isMine)).toEqual([true, true, true, true])
  expect(['Support Queue', '2', ''].map(queues.isMine)).toEqual([false, false, false])
})

test('only the chosen ones where no developer key can tell, or nothing answers', async () => {
  const api = office()
  const withoutKey = myQueues(() => api, ['Night'], false)
  const unreachable = stubApi({})
  const withoutAnswer = myQueues(() => unreachable, ['Night'])
  for (const queues of [withoutKey, withoutAnswer]) {
    await queues.refresh()
    expect([queues.isMine('Night'), queues.isMine('Sales Queue')]).toEqual([true, false])
  }
})

test('what is told of someone who signed out meanwhile is forgotten', async () => {
  let api: Voice360Api | null = office()
  const queues = myQueues(() => api)
  const refreshed = queues.refresh()
  api = null
  await refreshed
  expect(queues.isMine('Sales Queue')).toBe(false)
})

test.each([
  [{ users: [{ presence_id: '1001' }] }, true],
  [{ agents: ['1001'] }, true],
  [{ members: [{ extension: 1001 }] }, true],
  [{ extension: '1001' }, false],
  [{ users: [{ pk: 1001, presence_id: '1002' }] }, false],
  [{ users: [null, [], { presence_id: null }] }, false],
  [{}, false]
])('%o names me: %o', (details, expected) => {
  expect(namesMember(details, '1001')).toBe(expected)
})
