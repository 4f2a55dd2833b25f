import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallQuery, Identity } from '../../../src/main/core/calls/index.ts'
import { isMine } from '../../../src/main/core/calls/is-mine.ts'
import { parseEvent } from '../../../src/main/core/webhooks/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { type CallFilter, noFilter } from '../../../src/shared/domain/call.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const otherLine = '+15550001111'
const anna = '+15551234567'
const ben = '+15557654321'
const anyone: Identity = { extension: null, myLines: null }
const minuteMs = 60_000

let ledger: OpenedLedger
beforeEach(async () => {
  ledger = await openTestLedger()
})
afterEach(() => ledger.close())

const query = (filter: Partial<CallFilter> = {}, more: Partial<CallQuery> = {}): CallQuery => ({
  filter: { ...noFilter, ...filter },
  identity: anyone,
  alsoAddresses: [],
  after: null,
  limit: 100,
  ...more
})
const addressesOf = async (filter: Partial<CallFilter>) =>
  (await ledger.listCalls(query(filter))).calls.map((call) => call.otherAddress)

/** A webhook as the listener hands it on, raw text and all. */
function event(name: string, fields: Readonly<Record<string, unknown>>, afterSeconds = 0) {
  const body = JSON.stringify({
    event_name: name,
    account_id: '61',
    timestamp: sampleTimeMs / 1000 + afterSeconds,
    metadata: fields
  })
  const atMs = sampleTimeMs + afterSeconds * 1000
  const parsed = parseEvent({ method: 'POST', contentType: 'application/json', query: '', body }, atMs)
  if (parsed.outcome !== 'event') throw new Error(parsed.why)
  return parsed.envelope
}
const append = (name: string, fields: Readonly<Record<string, unknown>>, afterSeconds = 0) =>
  ledger.appendEvent(event(name, fields, afterSeconds))

async function twoCalls(): Promise<void> {
  await append('INCOMING_EXTERNAL_CALL', { call_id: 'a', from_number: anna, to_number: line })
  await append('CALL_ENDED', { call_id: 'a', from_number: anna, to_number: line }, 20)
  const toQueue = { call_id: 'b', from_number: ben, to_number: otherLine, queue_name: 'Sales' }
  await append('INCOMING_EXTERNAL_CALL', toQueue, 60)
  await append('USER_ANSWER', { ...toQueue, extension: '1002' }, 65)
  await append('CALL_ENDED', toQueue, 120)
}

describe('the history', () => {
  it('is narrowed by each part of a filter', async () => {
    await twoCalls()
    expect(await addressesOf({})).toEqual([ben, anna])
    expect(await addressesOf({ isMissed: true })).toEqual([anna])
    expect(await addressesOf({ queueName: 'Sales' })).toEqual([ben])
    expect(await addressesOf({ line })).toEqual([anna])
    expect(await addressesOf({ fromMs: sampleTimeMs + 30_000 })).toEqual([ben])
    expect(await addressesOf({ toMs: sampleTimeMs + 30_000 })).toEqual([anna])
    expect(await addressesOf({ text: '(555) 765' })).toEqual([ben])
    expect(await addressesOf({ text: 'nobody at all' })).toEqual([])
    const [, call] = (await ledger.listCalls(query())).calls
    await ledger.setCallOutcome(call?.id ?? '', 'solved')
    await ledger.setCallNote(call?.id ?? '', 'wants a quote')
    expect(await addressesOf({ outcome: 'solved' })).toEqual([anna])
    expect(await addressesOf({ text: 'quote' })).toEqual([anna])
    expect(await ledger.listDoors()).toEqual({ queueNames: ['Sales'], lines: [otherLine, line] })
  })

  it('finds a note however many newer messages have its words', async () => {
    await twoCalls()
    const [, call] = (await ledger.listCalls(query())).calls
    await ledger.setCallNote(call?.id ?? '', 'wants a quote')
    const from = { line, otherAddress: ben, direction: 'in', state: 'received', messageId: null } as const
    const newer = Array.from({ length: 1_200 }, (_, index) => sampleTimeMs + minuteMs + index)
    await ledger.importMessages(newer.map((atMs) => ({ ...from, atMs, body: 'Your quote, please' })))
    expect(await addressesOf({ text: 'quote' })).toEqual([anna])
  })

  it('knows the same calls as mine as the core does', async () => {
    const seqs = fc.record({
      name: fc.constantFrom('INCOMING_EXTERNAL_CALL', 'USER_DIAL', 'USER_ANSWER', 'CALL_ENDED'),
      from_number: fc.constantFrom(anna, ben, '1001', '1002'),
      to_number: fc.constantFrom(line, otherLine, '1001', '1003'),
      extension: fc.constantFrom(undefined, '1001', '1002'),
      queue_name: fc.constantFrom(undefined, 'Sales')
    })
    const events = fc.sample(seqs, { numRuns: 120, seed: 7 })
    for (const [index, { name, ...fields }] of events.entries()) {
      await append(name, { ...fields, call_id: `c${index}` }, index)
    }
    const all = (await ledger.listCalls(query({}, { limit: 500 }))).calls
    expect(all.length).toBe(120)
    for (const identity of [
      anyone,
      { extension: '1001', myLines: null },
      { extension: '1001', myLines: new Set([line]) },
      { extension: null, myLines: new Set([otherLine]) }
    ]) {
      const mine = (await ledger.listCalls(query({ isMine: true }, { identity, limit: 500 }))).calls
      expect(mine).toEqual(all.filter((call) => isMine(call, identity)))
    }
  })

  it('shows when the app could not hear, once', async () => {
    await twoCalls()
    await ledger.recordListening(sampleTimeMs - 10 * minuteMs)
    await ledger.recordListening(sampleTimeMs - 9 * minuteMs)
    await ledger.recordListening(sampleTimeMs + 5 * minuteMs)
    await ledger.recordListening(sampleTimeMs + 5.5 * minuteMs)
    const gap = { fromMs: sampleTimeMs - 9 * minuteMs, toMs: sampleTimeMs + 5 * minuteMs, reason: null }
    const first = await ledger.listCalls(query({}, { limit: 1 }))
    const second = await ledger.listCalls(query({}, { limit: 1, after: first.next }))
    expect([first.gaps, second.gaps]).toEqual([[], [gap]])
    expect((await ledger.listCalls(query({ queueName: 'Sales' }))).gaps).toEqual([])
  })
})

describe('a missed call', () => {
  it('waits until it is read, and stays read when it is told of again', async () => {
    await twoCalls()
    expect(await ledger.countUnreadCalls(anyone)).toBe(1)
    const { calls } = await ledger.markCallsRead(null)
    expect(calls).toMatchObject([{ otherAddress: anna, isUnread: false }])
    await append('USER_HANGUP', { call_id: 'a', from_number: anna, to_number: line }, 21)
    expect(await ledger.countUnreadCalls(anyone)).toBe(0)
    expect((await ledger.listCalls(query({ isMissed: true }))).calls).toMatchObject([{ isUnread: false }])
  })
})

describe('calls told in another order than they happened', () => {
  const facts = [
    event('INCOMING_EXTERNAL_CALL', { call_id: 'a', from_number: anna, to_number: line }),
    event('USER_ANSWER', { from_number: anna, to_number: line, extension: '1002' }, 8),
    event('USER_HANGUP', { extension: '1002' }, 50),
    event('CALL_ENDED', { call_id: 'a', from_number: anna, to_number: line }, 51),
    event('INCOMING_EXTERNAL_CALL', { from_number: anna, to_number: line }, 300),
    event('CALL_ENDED', { from_number: anna, to_number: line }, 320)
  ]

  it('are the same calls', { timeout: 60_000 }, async () => {
    const orders = fc.sample(fc.shuffledSubarray(facts, { minLength: facts.length }), {
      numRuns: 25,
      seed: 5
    })
    for (const order of orders) {
      const other = await openTestLedger()
      for (const each of order) await other.appendEvent(each)
      const { calls } = await other.listCalls(query())
      await other.close()
      expect(calls).toMatchObject([
        { state: 'missed', startedAtMs: sampleTimeMs + 300_000, endedAtMs: sampleTimeMs + 320_000 },
        {
          state: 'ended',
          agentExtension: '1002',
          startedAtMs: sampleTimeMs,
          endedAtMs: sampleTimeMs + 51_000
        }
      ])
    }
  })

  it('tell which call became part of another, and lose nothing that was said of it', async () => {
    const [incoming, , hungUp] = facts
    if (incoming === undefined || hungUp === undefined) throw new Error('No facts')
    const first = await ledger.appendEvent(hungUp)
    const [alone] = first.changes.calls
    await ledger.appendEvent(incoming)
    const { calls: two } = await ledger.listCalls(query())
    expect(two).toHaveLength(2)
    const incomingId = two.find((call) => call.otherAddress === anna)?.id ?? ''
    await ledger.setCallNote(incomingId, 'wants a quote')
    const { changes } = await append(
      'USER_ANSWER',
      { from_number: anna, to_number: line, extension: '1002' },
      8
    )
    expect(changes.removedCallIds).toEqual([incomingId])
    expect(await ledger.getCall(incomingId)).toMatchObject({ id: alone?.id, note: 'wants a quote' })
  })
})

describe('a call that nobody ended', () => {
  it('is closed by what was concluded of it, and keeps that when it is made anew', async () => {
    await append('INCOMING_EXTERNAL_CALL', { call_id: 'a', from_number: anna, to_number: line })
    await append('USER_ANSWER', { call_id: 'a', extension: '1002' }, 5)
    const [call] = await ledger.listRunningCalls()
    const observation = {
      id: 'o1',
      kind: 'gone',
      callId: call?.id ?? '',
      atMs: sampleTimeMs + 90_000
    } as const
    const { calls } = await ledger.observeCall(observation)
    expect(calls).toMatchObject([{ state: 'ended', isEndApproximate: true }])
    expect(await ledger.listRunningCalls()).toEqual([])
    await remade({ callId: ['ref'] })
    expect((await ledger.listCalls(query())).calls).toEqual(calls)
  })
})

/** Resolves when the calls were made anew because events are read in another way. */
async function remade(aliases: Readonly<Record<string, readonly string[]>>, region = 'US'): Promise<void> {
  const done = new Promise<void>((resolve) => {
    ledger.rebuild.watch((progress) => {
      if (progress === null) resolve()
    })
  })
  await ledger.setReader({ region, aliases })
  await done
}

describe('a history made anew', () => {
  it('comes to the same, with what the user said of it', async () => {
    await twoCalls()
    const [call] = (await ledger.listCalls(query())).calls
    await ledger.setCallNote(call?.id ?? '', 'wants a quote')
    await ledger.markCallsRead(null)
    const before = await ledger.listCalls(query())
    await remade({ body: ['words'] })
    expect(await ledger.listCalls(query())).toEqual(before)
  })

  it("understands what it did not before the user named this account's fields", async () => {
    await append('INCOMING_EXTERNAL_CALL', { anruf: 'x1', anrufer: anna, ziel: line })
    expect(await ledger.listEvents({ beforeSeq: null, limit: 9, isNotUnderstoodOnly: true })).toHaveLength(1)
    await remade({ callId: ['anruf'], from: ['anrufer'], to: ['ziel'] })
    expect((await ledger.listCalls(query())).calls).toMatchObject([{ otherAddress: anna, line }])
    expect(await ledger.listEvents({ beforeSeq: null, limit: 9, isNotUnderstoodOnly: true })).toEqual([])
  })

  it('is of one person, also where the region was set only after some of the calls', async () => {
    const numbers = { from_number: '030 1234567', to_number: line }
    await append('INCOMING_EXTERNAL_CALL', { call_id: 'before', ...numbers })
    expect(await addressesOf({})).not.toEqual(['+49301234567'])
    await remade({}, 'DE')
    await append('INCOMING_EXTERNAL_CALL', { call_id: 'after', ...numbers }, 600)
    expect(await addressesOf({})).toEqual(['+49301234567', '+49301234567'])
  })

  it('takes events meanwhile, and has them too', async () => {
    for (let index = 0; index < 900; index += 1) {
      const fields = { call_id: `c${index}`, from_number: anna, to_number: line }
      void append('INCOMING_EXTERNAL_CALL', fields, index * 100)
    }
    const every = query({}, { limit: 1_000 })
    await expect.poll(async () => (await ledger.listCalls(every)).calls.length).toBe(900)
    const done = remade({ body: ['words'] })
    const late = await append(
      'INCOMING_EXTERNAL_CALL',
      { call_id: 'late', from_number: ben, to_number: line },
      99_999
    )
    expect(late.changes.calls).toMatchObject([{ otherAddress: ben }])
    await done
    const { calls } = await ledger.listCalls(every)
    expect(calls).toHaveLength(901)
    expect(new Set(calls.map(({ id }) => id)).size).toBe(901)
  })
})

describe('what is to be forgotten', () => {
  it('takes a call and what told of it, for good', async () => {
    await twoCalls()
    const [, call] = (await ledger.listCalls(query())).calls
    expect(await ledger.forgetCall(call?.id ?? '')).toMatchObject({ removedCallIds: [call?.id] })
    expect(await addressesOf({})).toEqual([ben])
    const again = await append('INCOMING_EXTERNAL_CALL', { call_id: 'a', from_number: anna, to_number: line })
    expect(again.isDuplicate).toBe(true)
    await remade({ body: ['words'] })
    expect(await addressesOf({})).toEqual([ben])
    expect((await ledger.search({ text: '555123', limit: 5 })).people).toEqual([])
  })

  it('takes everything with a person', async () => {
    await twoCalls()
    await ledger.appendEvent(
      webhookEvent('SMS_RECEIVED', {
        message_id: 'm1',
        from_number: anna,
        to_number: line,
        body: 'Good morning'
      })
    )
    await ledger.saveNote({ id: 'n1', address: anna, body: 'Likes tea', atMs: sampleTimeMs })
    await ledger.forgetPerson(anna)
    expect(await ledger.getTimeline(anna, { before: null, limit: 10 })).toMatchObject({
      calls: [],
      messages: [],
      notes: []
    })
    expect(await ledger.listThreads()).toEqual([])
    for (const text of ['morning', 'tea', '555123']) {
      expect(await ledger.search({ text, limit: 5 })).toEqual({ people: [], texts: [] })
    }
    expect(await addressesOf({})).toEqual([ben])
  })

  it('takes what is too old, bit by bit', async () => {
    await twoCalls()
    while (!(await ledger.forgetBefore(sampleTimeMs + 30_000)).isDone);
    expect(await addressesOf({})).toEqual([ben])
    const kept = await ledger.listEvents({ beforeSeq: null, limit: 10, isNotUnderstoodOnly: false })
    expect(kept).toHaveLength(3)
  })
})
