import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Identity } from '../../../src/main/core/calls/index.ts'
import type { DialIntent, MessageIntent } from '../../../src/main/core/intent.ts'
import { LedgerUnavailable, noChanges } from '../../../src/main/core/ports.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const caller = '+15551234567'
const call = { call_id: 'c1', from_number: caller, to_number: line }
const text = { message_id: 'm1', from_number: caller, to_number: line, body: 'Hello' }
const allOf = { before: null, limit: 100 }
const messageIntent: MessageIntent = {
  kind: 'message',
  id: 'i1',
  createdAtMs: sampleTimeMs,
  line,
  to: caller,
  body: 'Hello'
}
const dialIntent: DialIntent = {
  kind: 'dial',
  id: 'd1',
  createdAtMs: sampleTimeMs,
  to: caller,
  fromExtension: '1001',
  callerId: null,
  isRecorded: false
}
const dialed = { call_id: 'w1', from_number: '1001', to_number: caller, extension: '1001' }
const accepted = (apiId: string | null) => ({ state: 'accepted', apiId, atMs: sampleTimeMs + 500 }) as const

const anyone: Identity = { extension: null, myLines: null }
const everyCall = { filter: noFilter, identity: anyone, alsoAddresses: [], after: null, limit: 100 }

let ledger: OpenedLedger
const listCalls = async () => (await ledger.listCalls(everyCall)).calls
beforeEach(async () => {
  ledger = await openTestLedger()
})
afterEach(() => ledger.close())

describe('the ledger of calls', () => {
  it('makes one call of the events of one id', async () => {
    await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', call))
    await ledger.appendEvent(webhookEvent('USER_ANSWER', { ...call, extension: '1002' }, 8))
    const { changes } = await ledger.appendEvent(webhookEvent('CALL_ENDED', call, 60))
    expect(changes.calls).toMatchObject([{ state: 'ended', otherAddress: caller, agentExtension: '1002' }])
    expect(await listCalls()).toEqual(changes.calls)
  })

  it('comes to the same in any order', async () => {
    await ledger.appendEvent(webhookEvent('CALL_ENDED', call, 60))
    await ledger.appendEvent(webhookEvent('USER_ANSWER', { ...call, extension: '1002' }, 8))
    await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', call))
    expect(await listCalls()).toMatchObject([
      { state: 'ended', startedAtMs: sampleTimeMs, endedAtMs: sampleTimeMs + 60_000 }
    ])
  })

  it('changes nothing for a duplicate', async () => {
    const event = webhookEvent('INCOMING_EXTERNAL_CALL', call)
    expect(await ledger.appendEvent(event)).toMatchObject({ isDuplicate: false })
    expect(await ledger.appendEvent(event)).toEqual({
      isDuplicate: true,
      changes: noChanges
    })
    expect(await ledger.countEvents()).toEqual({ count: 1, lastReceivedAtMs: sampleTimeMs })
  })

  it('keeps what it does not understand, and counts it', async () => {
    const { isDuplicate, changes } = await ledger.appendEvent(webhookEvent('VOICEMAIL_LEFT', { length: 7 }))
    expect(isDuplicate).toBe(false)
    expect(changes.calls).toEqual([])
    expect(await ledger.countEvents()).toMatchObject({ count: 1 })
  })

  it.each([
    ['before', true],
    ['after', false]
  ])('joins our dial with its USER_DIAL that comes %s the answer of the API', async (_when, isFirst) => {
    await ledger.addIntent(dialIntent)
    const event = webhookEvent('USER_DIAL', dialed, 3)
    if (isFirst) await ledger.appendEvent(event)
    await ledger.settleIntent('d1', accepted('api-1'))
    if (!isFirst) await ledger.appendEvent(event)
    await ledger.appendEvent(webhookEvent('USER_HANGUP', dialed, 30))
    expect(await listCalls()).toMatchObject([
      { direction: 'outbound', state: 'ended', dialId: 'd1', otherAddress: caller, agentExtension: '1001' }
    ])
  })

  it('makes no call of a dial that was refused or is not known to have gone out', async () => {
    await ledger.addIntent(dialIntent)
    await ledger.settleIntent('d1', { state: 'refused', reason: 'No', atMs: sampleTimeMs })
    await ledger.addIntent({ ...dialIntent, id: 'd2' })
    await ledger.settleIntent('d2', { state: 'unknown', reason: 'Time-out', atMs: sampleTimeMs })
    expect(await listCalls()).toEqual([])
  })

  it('pages from the newest to the oldest', async () => {
    for (const index of [1, 2, 3]) {
      await ledger.appendEvent(
        webhookEvent('INCOMING_EXTERNAL_CALL', { ...call, call_id: `c${index}` }, index)
      )
    }
    const first = await ledger.listCalls({ ...everyCall, limit: 2 })
    const [newest, next] = first.calls
    expect([newest?.startedAtMs, next?.startedAtMs]).toEqual([sampleTimeMs + 3_000, sampleTimeMs + 2_000])
    const { calls: older, next: end } = await ledger.listCalls({ ...everyCall, after: first.next, limit: 2 })
    expect(end).toBeNull()
    expect(older).toMatchObject([{ startedAtMs: sampleTimeMs + 1_000 }])
  })

  it('reads numbers by the region of the day', async () => {
    const local = { call_id: 'c1', from_number: '020 7946 0958', to_number: line }
    await ledger.setReader({ region: 'GB', aliases: {} })
    const { changes } = await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', local))
    expect(changes.calls).toMatchObject([{ otherAddress: '+442079460958' }])
  })
})

describe('the ledger of messages', () => {
  it('follows our own message from intent to delivery', async () => {
    expect(await ledger.addIntent(messageIntent)).toMatchObject({
      isNew: true,
      changes: { messages: [{ id: 'i1', state: 'sending' }], threads: [{ unreadCount: 0 }] }
    })
    await ledger.settleIntent('i1', accepted(null))
    const sent = { ...text, from_number: line, to_number: caller }
    await ledger.appendEvent(webhookEvent('SMS_SENT', sent, 2))
    await ledger.appendEvent(webhookEvent('SMS_DELIVERED', { message_id: 'm1' }, 4))
    expect(await ledger.getMessage('i1')).toMatchObject({ state: 'delivered', atMs: sampleTimeMs })
    expect(await ledger.listMessages(`${line}|${caller}`, allOf)).toHaveLength(1)
  })

  it('takes an intent once', async () => {
    await ledger.addIntent(messageIntent)
    expect(await ledger.addIntent(messageIntent)).toMatchObject({ isNew: false, changes: { messages: [] } })
  })

  it('shows a message that was sent elsewhere, though its delivery came first', async () => {
    const { changes } = await ledger.appendEvent(webhookEvent('SMS_DELIVERED', { message_id: 'm1' }, 4))
    expect(changes.messages).toEqual([])
    const sent = { ...text, from_number: line, to_number: caller }
    await ledger.appendEvent(webhookEvent('SMS_SENT', sent, 2))
    expect(await ledger.listThreads()).toMatchObject([
      { lastMessage: { state: 'delivered', direction: 'out' } }
    ])
  })

  it('answers whom it called last, newest first, without those that were refused', async () => {
    const dial = (id: string, to: string, createdAtMs: number, callerId: string | null = null) =>
      ledger.addIntent({
        kind: 'dial',
        id,
        createdAtMs,
        to,
        fromExtension: '1001',
        callerId,
        isRecorded: false
      })
    const atMs = sampleTimeMs
    await dial('d1', caller, atMs)
    await ledger.settleIntent('d1', accepted('c1'))
    await dial('d2', '1002', atMs + 1)
    await dial('d3', caller, atMs + 2, line)
    await dial('d4', '1003', atMs + 3)
    await ledger.settleIntent('d4', { state: 'refused', reason: 'no such number', atMs })
    await ledger.settleIntent('d3', accepted('c3'))
    const { dials } = await ledger.settleOrphans('The app ended.', atMs + 4)
    expect(dials).toMatchObject([{ id: 'd2' }])
    expect(await ledger.listLastDials(10)).toMatchObject([
      { id: 'd3', to: caller, callerId: line, isUnsure: false },
      { id: 'd2', to: '1002', isUnsure: true }
    ])
    expect(await ledger.listLastDials(1)).toMatchObject([{ id: 'd3' }])

    await ledger.forgetPerson('1002')
    expect(await ledger.listLastDials(10)).toMatchObject([{ id: 'd3' }])
  })

  it('marks what an earlier run left open as unknown, and believes a receipt later', async () => {
    await ledger.addIntent(messageIntent)
    await ledger.addIntent({ ...messageIntent, id: 'i2', body: 'Settled' })
    await ledger.settleIntent('i2', accepted('m2'))
    const { changes } = await ledger.settleOrphans('The app ended.', sampleTimeMs + 1_000)
    const { messages } = changes
    expect(messages).toMatchObject([{ id: 'i1', state: 'unknown', reason: 'The app ended.' }])
    expect((await ledger.settleOrphans('Again.', sampleTimeMs + 2_000)).changes.messages).toEqual([])
    await ledger.appendEvent(webhookEvent('SMS_SENT', { ...text, from_number: line, to_number: caller }, 2))
    expect(await ledger.getMessage('i1')).toMatchObject({ state: 'sent', reason: null })
  })

  it('counts as unread what came after the thread was read, however late', async () => {
    const id = `${line}|${caller}`
    const unread = async () => (await ledger.listThreads()).map((thread) => thread.unreadCount)
    await ledger.appendEvent(webhookEvent('SMS_RECEIVED', text, 60))
    await ledger.appendEvent(webhookEvent('SMS_RECEIVED', { ...text, message_id: 'm2' }, 61))
    expect(await unread()).toEqual([2])
    expect(await ledger.markThread(id, { isRead: true })).toMatchObject({
      unreadCount: 0,
      lastMessage: { body: 'Hello' }
    })
    const late = webhookEvent('SMS_RECEIVED', { ...text, message_id: 'm3', body: 'Earlier' }, 1)
    await ledger.appendEvent(late)
    await ledger.appendEvent(late)
    expect(await unread()).toEqual([1])
    expect(await ledger.listThreads()).toMatchObject([{ lastMessage: { atMs: sampleTimeMs + 61_000 } }])
    expect((await ledger.listMessages(id, allOf)).map(({ body }) => body)).toEqual([
      'Earlier',
      'Hello',
      'Hello'
    ])
    expect(await ledger.markThread('none', { isRead: true })).toBeNull()
  })

  it('lists calls and messages with one address, oldest first', async () => {
    await ledger.appendEvent(webhookEvent('SMS_RECEIVED', text, 2))
    await ledger.appendEvent(webhookEvent('SMS_RECEIVED', { ...text, message_id: 'm2', body: 'First' }, 1))
    await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', call))
    await ledger.appendEvent(
      webhookEvent('INCOMING_EXTERNAL_CALL', { ...call, call_id: 'c2', from_number: line })
    )
    const { calls, messages } = await ledger.getTimeline(caller, allOf)
    expect(calls).toHaveLength(1)
    expect(messages.map(({ body }) => body)).toEqual(['First', 'Hello'])
  })

  it('finds a call between colleagues from either side', async () => {
    await ledger.appendEvent(webhookEvent('USER_DIAL', { call_id: 'c1', from: '1001', to: '1002' }))
    for (const extension of ['1001', '1002']) {
      expect((await ledger.getTimeline(extension, allOf)).calls).toHaveLength(1)
    }
  })
})

describe('batches', () => {
  it('stores everything that is asked at once, in the order it was asked', async () => {
    const events = Array.from({ length: 8 }, (_, index) =>
      webhookEvent('SMS_RECEIVED', { ...text, message_id: `m${index}` }, index)
    )
    const answers = await Promise.all(events.map((event) => ledger.appendEvent(event)))
    expect(answers.map(({ changes }) => changes.threads[0]?.unreadCount)).toEqual(
      events.map((_, index) => index + 1)
    )
  })

  it('loses nothing of a batch to the one in it that fails', async () => {
    const [before, broken, after] = await Promise.allSettled([
      ledger.appendEvent(webhookEvent('SMS_RECEIVED', text)),
      ledger.settleIntent('none', accepted(null)),
      ledger.appendEvent(webhookEvent('SMS_RECEIVED', { ...text, message_id: 'm2' }))
    ])
    expect(before.status).toBe('fulfilled')
    expect(broken).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('none') } })
    expect(after.status).toBe('fulfilled')
    expect(await ledger.countEvents()).toMatchObject({ count: 2 })
  })

  it('takes back what one that fails had begun', async () => {
    const note = { id: 'n1', address: '+15551234567', atMs: sampleTimeMs, body: 'Call back' }
    // It can be kept, but nothing in it can be searched.
    const broken = ledger.saveNote({ ...note, body: JSON.parse('5') })
    const [saved, count] = await Promise.allSettled([broken, ledger.countEvents()])
    expect(saved.status).toBe('rejected')
    expect(count.status).toBe('fulfilled')
    const { atMs } = await ledger.saveNote({ ...note, atMs: sampleTimeMs + 1_000 })
    expect(atMs).toBe(sampleTimeMs + 1_000)
  })

  it('keeps an event on which its own code fails, marks it, and goes on', async () => {
    const broken = {
      ...webhookEvent('SMS_RECEIVED', { ...text, message_id: 'broken' }),
      occurredAtMs: JSON.parse('"soon"')
    }
    expect(await ledger.appendEvent(broken, { stream: 'events', seq: 7 })).toEqual({
      isDuplicate: false,
      changes: noChanges
    })
    expect(await ledger.readStreamPosition('events')).toBe(7)
    const marked = { beforeSeq: null, limit: 10, isNotUnderstoodOnly: true }
    expect(await ledger.listEvents(marked)).toMatchObject([{ seq: 1, notUnderstood: 'it could not be read' }])
    expect(await ledger.appendEvent(broken)).toMatchObject({ isDuplicate: true })
    await ledger.appendEvent(webhookEvent('SMS_RECEIVED', text))
    const rebuilt = vi.fn<() => void>()
    ledger.rebuild.watch((progress) => progress === null && rebuilt())
    await ledger.setReader({ region: 'US', aliases: { queueName: ['door'] } })
    await vi.waitFor(() => expect(rebuilt).toHaveBeenCalled())
    expect(await ledger.listEvents(marked)).toMatchObject([{ seq: 1 }])
    expect(await ledger.listThreads()).toMatchObject([{ unreadCount: 1 }])
  })

  it('finishes what was asked before it closes, and then refuses', async () => {
    const last = ledger.appendEvent(webhookEvent('SMS_RECEIVED', text))
    await ledger.close()
    expect(await last).toMatchObject({ isDuplicate: false })
    await expect(ledger.countEvents()).rejects.toBeInstanceOf(LedgerUnavailable)
  })
})
