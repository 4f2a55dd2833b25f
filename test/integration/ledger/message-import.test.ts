import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportedMessage, MessageRecord } from '../../../src/main/core/messages/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const anna = '+15551234567'
const thread = `${line}|${anna}`
const allOf = { before: null, limit: 100 }

let ledger: OpenedLedger
beforeEach(async () => {
  ledger = await openTestLedger()
})
afterEach(() => ledger.close())

const received = (more: Partial<ImportedMessage> = {}): ImportedMessage => ({
  messageId: null,
  line,
  otherAddress: anna,
  direction: 'in',
  body: 'Hello',
  state: 'received',
  atMs: sampleTimeMs,
  ...more
})
const exported = ({ direction, body, state, atMs }: MessageRecord): ImportedMessage =>
  received({ direction, body, state, atMs })
const tell = (name: string, messageId: string | null, body = 'Hello', afterSeconds = 0) => {
  const [from_number, to_number] = name === 'SMS_RECEIVED' ? [anna, line] : [line, anna]
  const fields = { from_number, to_number, body, ...(messageId !== null && { message_id: messageId }) }
  return ledger.appendEvent(webhookEvent(name, fields, afterSeconds))
}

test('messages from a file are read, in their thread, and found', async () => {
  const sent = received({
    direction: 'out',
    state: 'delivered',
    body: 'Good morning',
    atMs: sampleTimeMs + 5
  })
  expect(await ledger.countNewMessages([received(), sent, received()])).toBe(2)
  expect(await ledger.importMessages([received(), sent, received()])).toBe(2)
  expect(await ledger.listThreads()).toMatchObject([
    {
      id: thread,
      unreadCount: 0,
      lastMessage: { body: 'Good morning', state: 'delivered', direction: 'out' }
    }
  ])
  expect(await ledger.listMessages(thread, allOf)).toMatchObject([
    { body: 'Hello', direction: 'in', state: 'received', atMs: sampleTimeMs },
    { body: 'Good morning', atMs: sampleTimeMs + 5 }
  ])
  const { people, texts } = await ledger.search({ text: 'good morn', limit: 5 })
  expect([people, texts]).toMatchObject([[], [{ kind: 'message', address: anna }]])
  expect((await ledger.search({ text: '555123', limit: 5 })).people).toMatchObject([{ address: anna }])
})

test('imported twice they add nothing', async () => {
  const all = [
    received(),
    received({ messageId: 'm1', body: 'Other' }),
    received({ direction: 'out', state: 'sent' })
  ]
  expect(await ledger.importMessages(all)).toBe(3)
  expect(await ledger.countNewMessages(all)).toBe(0)
  expect(await ledger.importMessages(all)).toBe(0)
  expect(await ledger.listMessages(thread, allOf)).toHaveLength(3)
})

test('an export of what is here adds nothing, in whatever state it was told', async () => {
  const own = { kind: 'message', createdAtMs: sampleTimeMs, line, to: anna, body: 'Hi' } as const
  await ledger.addIntent({ ...own, id: 'i1' })
  await ledger.settleIntent('i1', { state: 'accepted', apiId: 'm5', atMs: sampleTimeMs + 400 })
  const early = await ledger.listMessages(thread, allOf)
  await tell('SMS_SENT', 'm5', 'Hi', 1)
  await tell('SMS_DELIVERED', 'm5', 'Hi', 2)
  await tell('SMS_RECEIVED', 'm1')
  await tell('SMS_RECEIVED', null, 'No id', 30)
  await tell('SMS_SENT', 'm2', 'From the portal', 40)
  const late = await ledger.listMessages(thread, allOf)
  expect(late).toHaveLength(4)
  for (const file of [early, late]) {
    expect(await ledger.countNewMessages(file.map(exported))).toBe(0)
    expect(await ledger.importMessages(file.map(exported))).toBe(0)
  }
  expect(await ledger.listMessages(thread, allOf)).toEqual(late)
})

test('a message is the same by its id, whatever else the file says of it; another id makes it another', async () => {
  await tell('SMS_RECEIVED', 'm1')
  expect(await ledger.countNewMessages([received({ messageId: 'm1', atMs: sampleTimeMs + 900 })])).toBe(0)
  expect(await ledger.importMessages([received({ messageId: 'm2' })])).toBe(1)
  expect(
    await ledger.countNewMessages([received({ messageId: 'm1', direction: 'out', state: 'sent' })])
  ).toBe(1)
})

test('what Voice360 tells again later joins what was imported, as read', async () => {
  await ledger.importMessages([
    received(),
    received({ direction: 'out', state: 'accepted', body: 'Sent', messageId: 'm7' })
  ])
  await tell('SMS_RECEIVED', null)
  await tell('SMS_RECEIVED', 'm1')
  await tell('SMS_DELIVERED', 'm7', 'Sent', 3)
  expect(await ledger.listMessages(thread, allOf)).toMatchObject([
    { body: 'Hello', state: 'received' },
    { body: 'Sent', state: 'delivered' }
  ])
  expect(await ledger.listThreads()).toMatchObject([{ unreadCount: 0 }])
})

test('what a file shows as being sent may have gone out, and STOP in it counts', async () => {
  await ledger.importMessages([
    received({ direction: 'out', state: 'sending' }),
    received({ body: 'stop', atMs: sampleTimeMs + 1 })
  ])
  expect(await ledger.listMessages(thread, allOf)).toMatchObject([{ state: 'unknown' }, { body: 'stop' }])
  expect(await ledger.getStop(anna)).toMatchObject({ isStopped: true, atMs: sampleTimeMs + 1 })
})
