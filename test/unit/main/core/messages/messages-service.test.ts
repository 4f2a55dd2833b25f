import { beforeEach, describe, expect, test } from 'vitest'
import { maxMessagesPerMinute } from '../../../../../src/main/core/messages/send-budget.ts'
import { type OpenedMessaging, openMessaging } from '../../../../fakes/open-messaging.ts'
import { messageRecord, threadRecord } from '../../../../fakes/sample-records.ts'
import { refusedWith } from '../../../../fakes/stub-api.ts'

const mainLine = '+15551234567'
const faxLine = '+15550001111'
const customer = '+12125550101'

let it: OpenedMessaging

beforeEach(async () => {
  it = await openMessaging()
})

type Outgoing = Parameters<OpenedMessaging['messages']['send']>[0]
const send = (change: Partial<Outgoing> = {}) =>
  it.messages.send({
    intentId: 'intent-1',
    line: mainLine,
    to: customer,
    body: 'Hello',
    isDespiteStop: false,
    ...change
  })

describe('sending', () => {
  test('writes the intent down, makes one request, and answers with the message', async () => {
    expect(await send()).toEqual({
      ok: true,
      value: {
        id: 'intent-1',
        threadId: `${mainLine}|${customer}`,
        direction: 'out',
        body: 'Hello',
        atMs: it.clock.nowMs(),
        state: 'accepted',
        reason: null
      }
    })
    expect(it.requests).toEqual([{ from: mainLine, to: customer, message: 'Hello' }])
    expect(it.published.flatMap((changes) => changes.messages.map(({ state }) => state))).toEqual([
      'sending',
      'accepted'
    ])
  })

  test('brings numbers to the form that is compared', async () => {
    await send({ line: '(555) 123-4567', to: '212.555.0101' })
    expect(it.requests).toEqual([{ from: mainLine, to: customer, message: 'Hello' }])
  })

  test('takes a text of the greatest length as it stands, spaces and all', async () => {
    const body = ` ${'x'.repeat(158)} `
    expect(await send({ body })).toMatchObject({ ok: true, value: { body } })
    expect(it.requests).toMatchObject([{ message: body }])
  })

  test('the same message ten times at once, and once more later, sends once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send()))
    outcomes.push(await send())
    expect(outcomes.every((outcome) => outcome.ok && outcome.value.id === 'intent-1')).toBe(true)
    expect(it.requests).toHaveLength(1)
  })

  test('two messages of the same words are two', async () => {
    await send({ intentId: 'intent-1' })
    await send({ intentId: 'intent-2' })
    expect(it.requests).toHaveLength(2)
  })
})

describe('is blocked, with a reason and without a request', () => {
  test.each([
    ['161 characters', { body: 'x'.repeat(161) }, 'messages.tooLong {"limit":160,"length":161}'],
    ['nothing', { body: '' }, 'messages.empty'],
    ['nothing but space', { body: ' \n\t ' }, 'messages.empty'],
    ['to an extension', { to: '1002' }, 'messages.notANumber {"to":"1002"}'],
    ['to two numbers', { to: '+12125550101, +12125550102' }, expect.stringMatching('notANumber')],
    ['to a caller without a number', { to: 'anonymous' }, expect.stringMatching('notANumber')],
    ['from a line of another', { line: '+12125550199' }, 'messages.notMyLine {"line":"+12125550199"}'],
    ['from a line without SMS', { line: faxLine }, 'messages.lineCannotSend']
  ])('%s', async (_what, change, message) => {
    expect(await send(change)).toEqual({ ok: false, failure: { code: 'not-sendable', message } })
    expect(it.requests).toEqual([])
    expect(it.ledger.intents.size).toBe(0)
  })

  test('signed out', async () => {
    it.world.isSignedIn = false
    expect(await send()).toMatchObject({ ok: false, failure: { code: 'signed-out' } })
    expect(it.ledger.intents.size).toBe(0)
  })

  test('what cannot be written down', async () => {
    it.ledger.unavailable.add('addIntent')
    expect(await send()).toEqual({
      ok: false,
      failure: { code: 'not-sent', message: 'api.notWrittenDown' }
    })
    expect(it.requests).toEqual([])
  })
})

describe('to a number that asked for no more', () => {
  beforeEach(() => {
    it.ledger.stops = [{ address: customer, isStopped: true, atMs: Date.UTC(2026, 0, 14, 12) }]
  })

  test('it is refused, with the day on which it asked', async () => {
    expect(await send({ to: '212 555 0101' })).toMatchObject({
      ok: false,
      failure: { code: 'stopped', message: expect.stringMatching(/messages\.stopped .*"Jan 14, 07:00"/) }
    })
    expect(it.requests).toEqual([])
    expect(it.ledger.intents.size).toBe(0)
  })

  test('it goes out where the user wants that all the same', async () => {
    expect(await send({ isDespiteStop: true })).toMatchObject({ ok: true })
  })

  test('it goes out again once it asked for more', async () => {
    it.ledger.stops = [{ address: customer, isStopped: false, atMs: Date.UTC(2026, 0, 15) }]
    expect(await send()).toMatchObject({ ok: true })
  })

  test('nothing goes out where it cannot be known', async () => {
    it.ledger.unavailable.add('getStop')
    expect(await send()).toMatchObject({ ok: false, failure: { code: 'not-sent' } })
    expect(it.requests).toEqual([])
  })
})

describe('in one minute', () => {
  const sendMany = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => send({ intentId: `one-of-many-${index}` })))

  test('no more goes out than is allowed, however many are asked for at once', async () => {
    const outcomes = await sendMany(maxMessagesPerMinute + 5)
    expect(it.requests).toHaveLength(maxMessagesPerMinute)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 5 }, () => ({
        ok: false,
        failure: { code: 'too-many', message: 'messages.tooMany {"limit":30,"seconds":60}' }
      }))
    )
  })

  test('one message counts once, however often it is sent', async () => {
    const outcomes = await Promise.all(Array.from({ length: 2 * maxMessagesPerMinute }, () => send()))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    await sendMany(maxMessagesPerMinute - 1)
    expect(it.requests).toHaveLength(maxMessagesPerMinute)
  })

  test('what was refused for that goes out later, and what went out is answered all the same', async () => {
    await sendMany(maxMessagesPerMinute)
    await it.clock.advance(20_000)
    expect(await send({ intentId: 'one-more' })).toMatchObject({
      failure: { message: 'messages.tooMany {"limit":30,"seconds":40}' }
    })
    expect(await send({ intentId: 'one-of-many-3' })).toMatchObject({ ok: true })
    await it.clock.advance(40_000)
    expect(await send({ intentId: 'one-more' })).toMatchObject({ ok: true })
    expect(it.requests).toHaveLength(maxMessagesPerMinute + 1)
  })
})

describe('what came of it', () => {
  test('a refusal is the message’s state, with the reason', async () => {
    it.world.sendMessage = () => refusedWith({ kind: 'rejected', reason: 'no such number' })
    expect(await send()).toMatchObject({
      ok: true,
      value: { state: 'refused', reason: 'api.rejected {"reason":"no such number"}' }
    })
  })

  test('an answer that never came is “unknown”, and the same message is not sent again', async () => {
    it.world.sendMessage = () => refusedWith({ kind: 'timeout' })
    expect(await send()).toMatchObject({
      ok: true,
      value: { state: 'unknown', reason: expect.stringContaining('api.maybeSent') }
    })
    expect(await send()).toMatchObject({ ok: true, value: { state: 'unknown' } })
    expect(it.requests).toHaveLength(1)
  })

  test('is said even where the ledger cannot be read any more', async () => {
    it.ledger.unavailable.add('getMessage')
    expect(await send()).toMatchObject({ ok: false, failure: { message: 'messages.alreadySent' } })
    it.world.sendMessage = () => refusedWith({ kind: 'timeout' })
    expect(await send({ intentId: 'intent-2' })).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('api.maybeSent') }
    })
  })
})

describe('lines to write from', () => {
  test('are mine, and say which cannot send', async () => {
    expect(await it.messages.listLines()).toMatchObject([
      { address: mainLine, friendlyName: 'Main Business Line', cannotSendBecause: null },
      { address: faxLine, friendlyName: 'Fax', cannotSendBecause: 'messages.lineCannotSend' }
    ])
  })

  test('are those that messages came in on, where the key cannot tell', async () => {
    await it.lines.refresh(null)
    it.ledger.threads = [
      threadRecord(),
      threadRecord({ id: 'other-thread' }),
      threadRecord({ line: faxLine })
    ]
    const known = await it.messages.listLines()
    expect(known.map(({ address }) => address)).toEqual(['+15551112222', faxLine])
    expect(await send({ line: faxLine })).toMatchObject({ ok: true })
  })
})

describe('threads', () => {
  test('have the names of line and person', async () => {
    it.directory.setColleagues(new Map([[customer, 'Ada Lovelace']]))
    it.ledger.threads = [threadRecord({ line: mainLine, otherAddress: customer })]
    expect(await it.messages.listThreads()).toMatchObject([
      { line: { name: 'Main Business Line' }, other: { address: customer, name: 'Ada Lovelace' } }
    ])
  })

  test('once read are told of as read; one that is not there, of nothing', async () => {
    const thread = threadRecord({ unreadCount: 3 })
    it.ledger.threads = [thread]
    await it.messages.markThread('no-such-thread', { isRead: true })
    expect(it.published).toEqual([])
    await it.messages.markThread(thread.id, { isRead: true })
    expect(it.published).toMatchObject([{ threads: [{ id: thread.id, unreadCount: 0 }] }])
  })

  test('are muted, archived and unread as they are marked', async () => {
    const thread = threadRecord({ unreadCount: 0 })
    it.ledger.threads = [thread]
    await it.messages.markThread(thread.id, { isRead: false, isMuted: true })
    await it.messages.markThread(thread.id, { isArchived: true })
    expect(await it.messages.listThreads()).toMatchObject([
      { unreadCount: 1, isMuted: true, isArchived: true }
    ])
  })

  test('list their messages', async () => {
    const { threadId } = messageRecord()
    it.ledger.messages = [messageRecord({ id: 'a' }), messageRecord({ id: 'b' }), messageRecord({ id: 'c' })]
    const newest = await it.messages.listMessages(threadId, { before: null, limit: 2 })
    expect(newest.map(({ id }) => id)).toEqual(['b', 'c'])
  })
})
