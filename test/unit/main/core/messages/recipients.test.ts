import { beforeEach, expect, test } from 'vitest'
import { type OpenedMessaging, openMessaging, theirNumber } from '../../../../fakes/open-messaging.ts'

let it: OpenedMessaging

beforeEach(async () => {
  it = await openMessaging()
})

test('a number is looked at however it is written, with its zone as its digits tell', async () => {
  expect(await it.recipients.check('(212) 555-0101')).toEqual({
    address: theirNumber,
    stoppedAtMs: null,
    timeZone: 'America/New_York'
  })
})

test('an extension, and a caller without a number, have no zone', async () => {
  expect(await it.recipients.check('1002')).toMatchObject({ address: '1002', timeZone: null })
  expect(await it.recipients.check('anonymous')).toMatchObject({ address: '', timeZone: null })
})

test('the user can set that a number wants no more, and take that back', async () => {
  const nowMs = it.clock.nowMs()
  expect(await it.recipients.setStop('212 555 0101', true)).toMatchObject({ stoppedAtMs: nowMs })
  expect(await it.recipients.check(theirNumber)).toMatchObject({ stoppedAtMs: nowMs })
  it.clock.sleep(1)
  expect(await it.recipients.setStop(theirNumber, false)).toMatchObject({ stoppedAtMs: null })
  expect(it.toldOn('messages:recipient-changed').map(({ stoppedAtMs }) => stoppedAtMs)).toEqual([nowMs, null])
})

test('speaks last, however far ahead the clock of what was said before is', async () => {
  const aheadMs = it.clock.nowMs() + 60_000
  await it.ledger.saveStop({ address: theirNumber, isStopped: true, atMs: aheadMs })
  expect(await it.recipients.setStop(theirNumber, false)).toMatchObject({ stoppedAtMs: null })
})

test('the pages are told of a number that asked for no more itself', async () => {
  await it.recipients.stopChanged({ address: theirNumber, isStopped: true, atMs: 5 })
  expect(it.toldOn('messages:recipient-changed')).toEqual([
    { address: theirNumber, stoppedAtMs: 5, timeZone: 'America/New_York' }
  ])
})
