import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCallsService, createMissedCallClearer } from '../../../src/main/core/calls/index.ts'
import { createDirectory } from '../../../src/main/core/contacts/index.ts'
import { createLiveValue } from '../../../src/main/core/live-value.ts'
import { createSearchService } from '../../../src/main/core/search/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { type CallFilter, isLost, noFilter } from '../../../src/shared/domain/call.ts'
import { defaultSettings } from '../../../src/shared/domain/settings.ts'
import { aloneAtWork } from '../../fakes/alone-at-work.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { textByKey } from '../../fakes/text-by-key.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const [ida, anna, ben] = ['1001', '1002', '1003']
const names = new Map([
  [ida, 'Ida Blum'],
  [anna, 'Anna Weber'],
  [ben, 'Ben Okafor']
])
const all: CallFilter = noFilter

let ledger: OpenedLedger
beforeEach(async () => {
  ledger = await openTestLedger()
})
afterEach(() => ledger.close())

/** Calls and search as whoever has this extension, and these lines where they are known, sees them. */
function seenBy(extension: string | null, myLines: ReadonlySet<string> | null = null) {
  const directory = createDirectory(textByKey)
  directory.setColleagues(names)
  const identity = () => ({ extension, myLines })
  const calls = createCallsService({
    ledger,
    work: aloneAtWork(),
    settings: createLiveValue(defaultSettings),
    directory,
    identity,
    findColleagues: (text) => [...names].flatMap(([it, name]) => (name.includes(text) ? [it] : [])),
    describeMessage: (record) => record,
    publish: () => {},
    publishReplaced: () => {},
    dialsForgotten: () => {},
    clock: createManualClock(),
    t: textByKey
  })
  const search = createSearchService({
    ledger,
    directory,
    colleagues: () => [],
    myExtension: () => extension,
    findCall: (callId) => calls.get(callId)
  })
  const list = async (filter: Partial<CallFilter>) =>
    (await calls.list({ ...all, ...filter }, null, 500)).calls
  return {
    calls,
    search,
    identity,
    list,
    /** With whom the calls are that a filter lets through. */
    others: async (filter: Partial<CallFilter>) => (await list(filter)).map(({ other }) => other.address)
  }
}

let callCount = 0
/** One colleague calls another from a desk phone; answers the call's id. */
async function call(
  from: string,
  to: string,
  atSeconds: number,
  { isAnswered = false } = {}
): Promise<string> {
  callCount += 1
  const fields = { call_id: `c${callCount}`, from_number: from, to_number: to }
  const { changes } = await ledger.appendEvent(webhookEvent('USER_DIAL', fields, atSeconds))
  if (isAnswered)
    await ledger.appendEvent(webhookEvent('USER_ANSWER', { ...fields, extension: from }, atSeconds + 5))
  await ledger.appendEvent(webhookEvent('CALL_ENDED', fields, atSeconds + 20))
  return changes.calls[0]?.id ?? ''
}

describe('the missed calls of colleagues', () => {
  test('wait until that colleague was spoken with, and no other one', async () => {
    await call(anna, ida, 0)
    await call(ben, ida, 60)
    await call(ben, anna, 90)
    const answered = await ledger.getCall(await call(anna, ida, 120, { isAnswered: true }))
    if (answered === null) throw new Error('No call')
    const me = seenBy(ida)
    expect(await me.calls.countUnread()).toBe(2)
    await createMissedCallClearer(ledger, me.identity, () => {})(answered)
    expect(
      (await me.list({ isMissed: true })).map(({ other, isUnread }) => [other.address, isUnread])
    ).toEqual([
      [anna, false],
      [ben, true],
      [anna, false]
    ])
    expect(await me.calls.countUnread()).toBe(1)
  })

  test('are none of those that I placed myself, whoever I am then', async () => {
    await call(ida, anna, 0)
    const [me, her, nobody] = [seenBy(ida), seenBy(anna), seenBy(null)]
    expect(await me.others({ isMissed: true })).toEqual([])
    expect(await me.calls.countUnread()).toBe(0)
    expect(await her.others({ isMissed: true })).toEqual([ida])
    expect(await her.calls.countUnread()).toBe(1)
    expect(await nobody.others({ isMissed: true })).toEqual([anna])
  })

  test('are counted and listed just as they are shown, whatever came and whoever looks', async () => {
    const told = fc.record({
      events: fc.constantFrom(
        ['USER_DIAL', 'CALL_ENDED'],
        ['USER_DIAL', 'QUEUE_HANGUP_ABANDONED'],
        ['USER_DIAL', 'USER_ANSWER', 'CALL_ENDED'],
        ['INCOMING_EXTERNAL_CALL', 'CALL_ENDED']
      ),
      from_number: fc.constantFrom('+15551234567', ida, anna, undefined),
      to_number: fc.constantFrom('+15559876543', ida, anna, ben),
      extension: fc.constantFrom(undefined, ida, anna),
      queue_name: fc.constantFrom(undefined, 'Sales')
    })
    for (const [index, { events, ...fields }] of fc.sample(told, { numRuns: 100, seed: 3 }).entries())
      for (const name of events)
        await ledger.appendEvent(webhookEvent(name, { ...fields, call_id: `c${index}` }, index * 60))
    const whoever = [ida, anna, ben, null].flatMap((extension) => [
      seenBy(extension),
      seenBy(extension, new Set(['+15559876543'])),
      seenBy(extension, new Set())
    ])
    for (const { list, calls } of whoever) {
      const shown = await list({})
      expect(await list({ isMissed: true })).toEqual(shown.filter(({ state }) => isLost(state)))
      expect(await calls.countUnread()).toBe(shown.filter(({ isUnread }) => isUnread).length)
    }
  })
})

test("the history finds a colleague's calls in both directions, and none by my own name", async () => {
  await call(ben, ida, 0)
  await call(ida, ben, 60)
  await call(anna, ida, 120)
  await call(ben, anna, 180)
  const { others } = seenBy(ida)
  expect(await others({ text: 'Ben' })).toEqual([anna, ben, ben])
  expect(await others({ text: ben })).toEqual([anna, ben, ben])
  expect(await others({ text: 'Ida' })).toEqual([])
  // Whoever has another extension by now is found no less.
  expect(await seenBy(ben).others({ text: 'Ida' })).toEqual([ida, ida, ida])
  expect(await seenBy(null).others({ text: 'Ida' })).toEqual([ida, ben, ida])
})

describe('the search', () => {
  test('shows a note with the colleague whom the call was with', async () => {
    const id = await call(ben, ida, 0, { isAnswered: true })
    await ledger.setCallNote(id, 'wants a parking space')
    await ledger.saveNote({ id: 'n1', address: anna, body: 'parking permit', atMs: sampleTimeMs - 1 })
    const parties = async (extension: string) =>
      (await seenBy(extension).search.find({ text: 'parking', limit: 5 })).texts.map(
        ({ party }) => party.name
      )
    expect(await parties(ida)).toEqual(['Ben Okafor', 'Anna Weber'])
    expect(await parties(ben)).toEqual(['Ida Blum', 'Anna Weber'])
  })

  test('knows when a colleague was last in touch, on either side, and no such time of mine', async () => {
    await call(ben, ida, 0)
    await call(ida, anna, 60)
    const people = async (text: string, extension = ida) =>
      (await seenBy(extension).search.find({ text, limit: 5 })).people.map((it) => [
        it.party.address,
        it.lastContactAtMs
      ])
    expect(await people(ben)).toEqual([[ben, sampleTimeMs]])
    expect(await people(anna)).toEqual([[anna, sampleTimeMs + 60_000]])
    expect(await people(ida)).toEqual([[ida, null]])
    expect(await people(ida, ben)).toEqual([[ida, sampleTimeMs + 60_000]])
  })

  test('forgets a colleague with the last call that was left, whichever of them placed it', async () => {
    const calls = [await call(ben, ida, 0), await call(ida, ben, 60), await call(ben, anna, 120)]
    const isKnown = async () => (await ledger.search({ text: ben, limit: 5 })).people.length > 0
    for (const id of calls) {
      expect(await isKnown()).toBe(true)
      await ledger.forgetCall(id)
    }
    expect(await isKnown()).toBe(false)
  })
})
