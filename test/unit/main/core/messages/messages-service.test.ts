import { beforeEach, describe, expect, test } from 'vitest'
import { createCarryOut } from '../../../../../src/main/core/carry-out.ts'
import { createDirectory, type Directory } from '../../../../../src/main/core/contacts/index.ts'
import {
  createLines,
  createMessagesService,
  type Lines,
  type MessagesService
} from '../../../../../src/main/core/messages/index.ts'
import type { OutgoingMessage } from '../../../../../src/main/core/messages/messages-service.ts'
import type { LedgerChanges } from '../../../../../src/main/core/ports.ts'
import type { Voice360Api } from '../../../../../src/main/core/voice360/index.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { messageRecord, threadRecord } from '../../../../fakes/sample-records.ts'
import { answered, refusedWith, stubApi } from '../../../../fakes/stub-api.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

type SendMessage = Voice360Api['sendMessage']

const mainLine = '+15551234567'
const faxLine = '+15550001111'
const customer = '+12125550101'

let ledger: InMemoryLedger
let directory: Directory
let lines: Lines
let isSignedIn: boolean
let sendMessage: SendMessage
let requests: Parameters<SendMessage>[0][]
let published: LedgerChanges[]
let messages: MessagesService

beforeEach(async () => {
  ledger = new InMemoryLedger()
  directory = createDirectory(textByKey)
  lines = createLines(() => 'US', textByKey)
  await lines.refresh(
    stubApi({
      getNumbers: () =>
        answered([
          { number: mainLine, friendly_name: 'Main Business Line', sms_enabled: true },
          { number: faxLine, friendly_name: 'Fax', sms_enabled: false }
        ])
    })
  )
  isSignedIn = true
  sendMessage = () => answered({ message_id: 'msg_1' })
  requests = []
  published = []
  const api = stubApi({
    sendMessage(request) {
      requests.push(request)
      return sendMessage(request)
    }
  })
  const clock = createManualClock(7_000)
  const publish = (changes: LedgerChanges) => void published.push(changes)
  messages = createMessagesService({
    ledger,
    directory,
    lines,
    api: () => (isSignedIn ? api : null),
    region: () => 'US',
    clock,
    t: textByKey,
    carryOut: createCarryOut({ ledger, clock, log: createRecordingLog(), t: textByKey, publish }),
    publish
  })
})

const send = (change: Partial<OutgoingMessage> = {}) =>
  messages.send({ intentId: 'intent-1', line: mainLine, to: customer, body: 'Hello', ...change })

describe('sending', () => {
  test('writes the intent down, makes one request, and answers with the message', async () => {
    expect(await send()).toEqual({
      ok: true,
      value: {
        id: 'intent-1',
        threadId: `${mainLine}|${customer}`,
        direction: 'out',
        body: 'Hello',
        atMs: 7_000,
        state: 'accepted',
        reason: null
      }
    })
    expect(requests).toEqual([{ from: mainLine, to: customer, message: 'Hello' }])
    expect(published.flatMap((changes) => changes.messages.map(({ state }) => state))).toEqual([
      'sending',
      'accepted'
    ])
  })

  test('brings numbers to the form that is compared', async () => {
    await send({ line: '(555) 123-4567', to: '212.555.0101' })
    expect(requests).toEqual([{ from: mainLine, to: customer, message: 'Hello' }])
  })

  test('takes a text of the greatest length as it stands, spaces and all', async () => {
    const body = ` ${'x'.repeat(158)} `
    expect(await send({ body })).toMatchObject({ ok: true, value: { body } })
    expect(requests).toMatchObject([{ message: body }])
  })

  test('the same message ten times at once, and once more later, sends once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send()))
    outcomes.push(await send())
    expect(outcomes.every((outcome) => outcome.ok && outcome.value.id === 'intent-1')).toBe(true)
    expect(requests).toHaveLength(1)
  })

  test('two messages of the same words are two', async () => {
    await send({ intentId: 'intent-1' })
    await send({ intentId: 'intent-2' })
    expect(requests).toHaveLength(2)
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
    expect(requests).toEqual([])
    expect(ledger.intents.size).toBe(0)
  })

  test('signed out', async () => {
    isSignedIn = false
    expect(await send()).toMatchObject({ ok: false, failure: { code: 'signed-out' } })
    expect(ledger.intents.size).toBe(0)
  })

  test('what cannot be written down', async () => {
    ledger.unavailable.add('addIntent')
    expect(await send()).toEqual({
      ok: false,
      failure: { code: 'not-sent', message: 'api.notWrittenDown' }
    })
    expect(requests).toEqual([])
  })
})

describe('what came of it', () => {
  test('a refusal is the message’s state, with the reason', async () => {
    sendMessage = () => refusedWith({ kind: 'rejected', reason: 'no such number' })
    expect(await send()).toMatchObject({
      ok: true,
      value: { state: 'refused', reason: 'api.rejected {"reason":"no such number"}' }
    })
  })

  test('an answer that never came is “unknown”, and the same message is not sent again', async () => {
    sendMessage = () => refusedWith({ kind: 'timeout' })
    expect(await send()).toMatchObject({
      ok: true,
      value: { state: 'unknown', reason: expect.stringContaining('api.maybeSent') }
    })
    expect(await send()).toMatchObject({ ok: true, value: { state: 'unknown' } })
    expect(requests).toHaveLength(1)
  })

  test('is said even where the ledger cannot be read any more', async () => {
    ledger.unavailable.add('getMessage')
    expect(await send()).toMatchObject({ ok: false, failure: { message: 'messages.alreadySent' } })
    sendMessage = () => refusedWith({ kind: 'timeout' })
    expect(await send({ intentId: 'intent-2' })).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('api.maybeSent') }
    })
  })
})

describe('lines to write from', () => {
  test('are mine, and say which cannot send', async () => {
    expect(await messages.listLines()).toMatchObject([
      { address: mainLine, friendlyName: 'Main Business Line', cannotSendBecause: null },
      { address: faxLine, friendlyName: 'Fax', cannotSendBecause: 'messages.lineCannotSend' }
    ])
  })

  test('are those that messages came in on, where the key cannot tell', async () => {
    await lines.refresh(null)
    ledger.threads = [threadRecord(), threadRecord({ id: 'other-thread' }), threadRecord({ line: faxLine })]
    const known = await messages.listLines()
    expect(known.map(({ address }) => address)).toEqual(['+15551112222', faxLine])
    expect(await send({ line: faxLine })).toMatchObject({ ok: true })
  })
})

describe('threads', () => {
  test('have the names of line and person', async () => {
    directory.setColleagues(new Map([[customer, 'Ada Lovelace']]))
    ledger.threads = [threadRecord({ line: mainLine, otherAddress: customer })]
    expect(await messages.listThreads()).toMatchObject([
      { line: { name: 'Main Business Line' }, other: { address: customer, name: 'Ada Lovelace' } }
    ])
  })

  test('once read are told of as read; one that is not there, of nothing', async () => {
    const thread = threadRecord({ unreadCount: 3 })
    ledger.threads = [thread]
    await messages.markThreadRead('no-such-thread')
    expect(published).toEqual([])
    await messages.markThreadRead(thread.id)
    expect(published).toMatchObject([{ threads: [{ id: thread.id, unreadCount: 0 }] }])
  })

  test('list their messages', async () => {
    const { threadId } = messageRecord()
    ledger.messages = [messageRecord({ id: 'a' }), messageRecord({ id: 'b' }), messageRecord({ id: 'c' })]
    const newest = await messages.listMessages(threadId, { beforeMs: null, limit: 2 })
    expect(newest.map(({ id }) => id)).toEqual(['b', 'c'])
  })
})
