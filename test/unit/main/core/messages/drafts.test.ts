import { beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../../../../src/shared/domain/message.ts'
import { myLine, type OpenedMessaging, openMessaging, theirNumber } from '../../../../fakes/open-messaging.ts'

let it: OpenedMessaging

beforeEach(async () => {
  it = await openMessaging()
})

const draft = (change: Partial<Draft> = {}): Draft => ({
  address: theirNumber,
  body: 'Hel',
  line: myLine,
  intentId: 'intent-1',
  wasTried: false,
  ...change
})
const send = () =>
  it.messages.send({
    intentId: 'intent-1',
    line: myLine,
    to: theirNumber,
    body: 'Hello',
    isDespiteStop: false
  })

test('a draft is kept, one a number, and told to every page', async () => {
  await it.drafts.save(draft())
  await it.drafts.save(draft({ body: 'Hello' }))
  await it.drafts.save(draft({ address: '+12125550102' }))
  expect(await it.drafts.list()).toMatchObject([{ body: 'Hello' }, { address: '+12125550102' }])
  expect(it.toldOn('messages:draft-changed').map(({ body }) => body)).toEqual(['Hel', 'Hello', 'Hel'])
})

test('an empty one takes it away', async () => {
  await it.drafts.save(draft())
  await it.drafts.save(draft({ body: '' }))
  expect(await it.drafts.list()).toEqual([])
})

test('the pages are told of two that are saved at once in the order in which they are kept', async () => {
  await Promise.all([it.drafts.save(draft()), it.drafts.save(draft({ body: '' }))])
  expect(await it.drafts.list()).toEqual([])
  expect(it.toldOn('messages:draft-changed').map(({ body }) => body)).toEqual(['Hel', ''])
})

test('what went out is told as empty, and a page that saves it late does not bring it back', async () => {
  await it.drafts.save(draft())
  await send()
  expect(it.published.flatMap(({ sentDrafts }) => sentDrafts)).toEqual([draft()])
  it.drafts.sent(draft())
  await it.drafts.save(draft({ body: 'Hello' }))
  expect(await it.drafts.list()).toEqual([])
  expect(it.toldOn('messages:draft-changed').map(({ body }) => body)).toEqual(['Hel', '', ''])
})

test('neither does one that it saves while the message goes out', async () => {
  for (let turns = 0; turns < 12; turns += 1) {
    it = await openMessaging()
    const sending = send()
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
    await Promise.all([sending, it.drafts.save(draft({ body: 'Hello' }))])
    expect(await it.drafts.list()).toEqual([])
  }
})
