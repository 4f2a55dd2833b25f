import { beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { settled } from '../../../../fakes/manual-clock.ts'
import { openDialing, type PlaceCall } from '../../../../fakes/open-dialing.ts'
import { refusedWith } from '../../../../fakes/stub-api.ts'

let { office, clock, ledger, requests, dialing, states, confirm, dialAndWait } = openDialing()
beforeEach(() => {
  ;({ office, clock, ledger, requests, dialing, states, confirm, dialAndWait } = openDialing())
})

describe('a proposal', () => {
  test('shows what would be sent, and sends nothing', async () => {
    const proposed = dialing.propose('call (212) 555-0101 or 1002', 'page')
    expect(proposed).toMatchObject({
      state: 'confirming',
      candidates: [{ address: '+12125550101', kind: 'number' }],
      undialable: null,
      fromExtension: '1001',
      dialsAtMs: null,
      message: null
    })
    expect(dialing.current.get()).toBe(proposed)
    await clock.advance(600_000)
    expect(requests).toEqual([])
  })

  test('says why a text cannot be dialed', async () => {
    const proposed = dialing.propose('911', 'page')
    expect(proposed).toMatchObject({ state: 'confirming', candidates: [], undialable: 'emergency' })
    expect(await confirm(proposed)).toMatchObject({ ok: false, failure: { code: 'nothing-to-call' } })
    await clock.advance(3_000)
    expect(requests).toEqual([])
  })

  test('takes the place of one that nobody confirmed', async () => {
    const first = dialing.propose('212 555 0101', 'page')
    const second = dialing.propose('212 555 0102', 'page')
    expect(dialing.current.get()?.id).toBe(second.id)
    expect(await confirm(first)).toMatchObject({ ok: false, failure: { code: 'no-such-dial' } })
    expect(await confirm(second)).toMatchObject({ ok: true })
  })

  test('keeps only the beginning of a long text', () => {
    expect(dialing.propose('x'.repeat(100_000), 'page').text).toHaveLength(200)
  })

  test('begins with the setting for recording', () => {
    office.settings = { ...defaultSettings, isRecordingOnByDefault: true }
    expect(dialing.propose('1002', 'page').isRecorded).toBe(true)
  })
})

describe('a confirmed dial', () => {
  test('counts down three seconds, then sends one request', async () => {
    const outcome = await confirm(dialing.propose('212 555 0101', 'page'))
    expect(outcome).toMatchObject({
      ok: true,
      value: { state: 'counting-down', dialsAtMs: clock.nowMs() + 3_000 }
    })
    await clock.advance(2_999)
    expect(requests).toEqual([])
    await clock.advance(1)
    expect(requests).toEqual([{ from: '1001', to: '+12125550101', callerId: null, isRecorded: false }])
    expect(dialing.current.get()).toMatchObject({ state: 'placed', callId: 'call-7', dialsAtMs: null })
    expect(states).toEqual(['confirming', 'counting-down', 'placing', 'placed'])
  })

  test('is an intent with the dial’s own id and the time of its request', async () => {
    const proposed = dialing.propose('212 555 0101', 'page')
    await confirm(proposed)
    await clock.advance(3_000)
    expect([...ledger.intents.values()]).toEqual([
      {
        kind: 'dial',
        id: proposed.id,
        createdAtMs: clock.nowMs(),
        to: '+12125550101',
        fromExtension: '1001',
        callerId: null,
        isRecorded: false
      }
    ])
  })

  test('sends what was chosen of it', async () => {
    office.settings = { ...defaultSettings, dialedCountries: ['GB'] }
    const { id } = dialing.propose('+12125550101, +442079460958', 'page')
    await dialing.confirm({
      dialId: id,
      candidateIndex: 1,
      callerId: '(555) 987-6543',
      isRecorded: true,
      isAgreed: false
    })
    await clock.advance(3_000)
    expect(requests).toEqual([
      { from: '1001', to: '+442079460958', callerId: '+15559876543', isRecorded: true }
    ])
    expect(dialing.current.get()).toMatchObject({
      chosen: { address: '+442079460958' },
      isRecorded: true
    })
  })

  test('sends what was proposed, whatever changes in the meantime', async () => {
    const proposed = dialing.propose('212 555 0101', 'page')
    office.settings = { ...defaultSettings, region: 'DE' }
    office.extension = '1002'
    await confirm(proposed)
    office.settings = { ...defaultSettings, undoSeconds: 10 }
    await clock.advance(3_000)
    expect(requests).toMatchObject([{ from: '1001', to: '+12125550101' }])
  })

  test('goes at once where there is nothing to undo', async () => {
    office.settings = { ...defaultSettings, undoSeconds: 0 }
    await confirm(dialing.propose('1002', 'page'))
    await clock.advance(0)
    expect(requests).toMatchObject([{ to: '1002' }])
  })

  test('confirmed again goes once', async () => {
    const proposed = dialing.propose('1002', 'page')
    const outcomes = await Promise.all([confirm(proposed), confirm(proposed), confirm(proposed)])
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true])
    await clock.advance(3_000)
    expect(await confirm(proposed)).toMatchObject({ ok: true, value: { state: 'placed' } })
    await clock.advance(3_000)
    expect(requests).toHaveLength(1)
    expect(states).toEqual(['confirming', 'counting-down', 'placing', 'placed'])
  })

  test('is answered to whoever proposes another meanwhile, and the other is dropped', async () => {
    const proposed = dialing.propose('212 555 0101', 'page')
    await confirm(proposed)
    expect(dialing.propose('212 555 0102', 'page')).toMatchObject({ id: proposed.id, state: 'counting-down' })

    const answers = Promise.withResolvers<Awaited<ReturnType<PlaceCall>>>()
    office.placeCall = () => answers.promise
    await clock.advance(3_000)
    expect(dialing.propose('212 555 0102', 'page')).toMatchObject({ id: proposed.id, state: 'placing' })
    answers.resolve({ ok: true, value: { call_id: null } })
    await settled()
    expect(dialing.propose('212 555 0102', 'page').id).not.toBe(proposed.id)
    expect(requests).toHaveLength(1)
  })
})

describe('cancelling', () => {
  test('in the countdown sends nothing', async () => {
    const proposed = dialing.propose('1002', 'page')
    await confirm(proposed)
    await clock.advance(2_999)
    expect(dialing.cancel(proposed.id)).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    await clock.advance(600_000)
    expect(requests).toEqual([])
    expect(ledger.intents.size).toBe(0)
    expect(dialing.current.get()).toMatchObject({ id: proposed.id, state: 'cancelled' })
    dialing.cancel(proposed.id)
    expect(states).toEqual(['confirming', 'counting-down', 'cancelled', null])
  })

  test('before it is confirmed puts it away', () => {
    const proposed = dialing.propose('1002', 'page')
    expect(dialing.cancel(proposed.id)).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    expect(states).toEqual(['confirming', null])
  })

  test('makes way at once for another', async () => {
    const proposed = dialing.propose('1002', 'page')
    await confirm(proposed)
    dialing.cancel(proposed.id)
    expect(dialing.propose('1003', 'link')).toMatchObject({ state: 'confirming', leftOutCount: 0 })
  })

  test('does not touch a request on its way', async () => {
    const answers = Promise.withResolvers<Awaited<ReturnType<PlaceCall>>>()
    office.placeCall = () => answers.promise
    const proposed = dialing.propose('1002', 'page')
    await confirm(proposed)
    await clock.advance(3_000)
    expect(dialing.cancel(proposed.id)).toMatchObject({ ok: true, value: { state: 'placing' } })
    expect(dialing.current.get()).toMatchObject({ state: 'placing' })
    answers.resolve({ ok: true, value: { call_id: 'call-7' } })
    await settled()
    expect(dialing.current.get()).toMatchObject({ state: 'placed' })
  })

  test('puts away what is over, without calling it cancelled', async () => {
    const placed = await dialAndWait('1002')
    expect(dialing.cancel(placed?.id ?? '')).toMatchObject({ ok: true, value: { state: 'placed' } })
    expect(dialing.current.get()).toBeNull()
  })

  test('of another dial leaves this one alone', async () => {
    await confirm(dialing.propose('1002', 'page'))
    expect(dialing.cancel('another')).toMatchObject({ ok: false, failure: { code: 'no-such-dial' } })
    await clock.advance(3_000)
    expect(requests).toHaveLength(1)
  })
})

describe('a dial that came to nothing', () => {
  test.each([
    ['refused', { kind: 'rejected', reason: 'no such number' }],
    ['refused', { kind: 'unreachable' }],
    ['unknown', { kind: 'timeout' }],
    ['unknown', { kind: 'broken', reason: 'ECONNRESET' }]
  ] as const)('is %s after %o', async (state, failure) => {
    office.placeCall = () => refusedWith(failure)
    expect(await dialAndWait('1002')).toMatchObject({ state, message: expect.stringMatching(/^api\./) })
    await clock.advance(600_000)
    expect(requests).toHaveLength(1)
  })

  test('is refused, and not sent, where it could not be written down', async () => {
    ledger.unavailable.add('addIntent')
    expect(await dialAndWait('1002')).toMatchObject({ state: 'refused', message: 'api.notWrittenDown' })
    expect(requests).toEqual([])
  })

  test('is unknown, and not under way for ever, where the app itself fails', async () => {
    ledger.addIntent = () => Promise.reject(new TypeError('a bug'))
    expect(await dialAndWait('+12125550101')).toMatchObject({ state: 'unknown', message: expect.any(String) })
    expect(requests).toEqual([])
  })

  test('is refused, and not sent, where one signed out during the countdown', async () => {
    await confirm(dialing.propose('1002', 'page'))
    office.isSignedIn = false
    await clock.advance(3_000)
    expect(dialing.current.get()).toMatchObject({ state: 'refused', message: 'dialing.signedOut' })
    expect(requests).toEqual([])
    expect(ledger.intents.size).toBe(0)
  })
})

describe('what stands in the way is said with the proposal, and holds at its confirmation', () => {
  test('signed out', async () => {
    office.isSignedIn = false
    const proposed = dialing.propose('1002', 'page')
    expect(proposed.message).toBe('dialing.signedOut')
    expect(await confirm(proposed)).toMatchObject({
      ok: false,
      failure: { code: 'cannot-dial', message: 'dialing.signedOut' }
    })
  })

  test('no extension', async () => {
    office.extension = null
    const proposed = dialing.propose('212 555 0101', 'page')
    expect(proposed.message).toBe('dialing.noExtension')
    expect(await confirm(proposed)).toMatchObject({
      ok: false,
      failure: { code: 'cannot-dial', message: 'dialing.noExtension' }
    })
  })

  test('no candidate of that number', async () => {
    expect(await confirm(dialing.propose('1002', 'page'), 1)).toMatchObject({
      ok: false,
      failure: { code: 'nothing-to-call' }
    })
  })

  test('ten dials within a minute, until one of them is older', async () => {
    for (let count = 0; count < 10; count += 1) await dialAndWait(`212 555 010${count}`)
    expect(requests).toHaveLength(10)
    const eleventh = dialing.propose('1002', 'page')
    expect(eleventh.message).toBe('dialing.tooMany {"limit":10}')
    expect(await confirm(eleventh)).toMatchObject({ ok: false, failure: { code: 'cannot-dial' } })
    await clock.advance(33_000)
    expect(dialing.propose('1002', 'page').message).toBeNull()
  })
})

test('a number that is not called is read without the guards of calls', () => {
  office.settings = { ...defaultSettings, foreignGuard: 'refuse' }
  expect(dialing.interpret('+22720123456', true)).toMatchObject({ outcome: 'undialable', reason: 'foreign' })
  expect(dialing.interpret('+22720123456', false)).toMatchObject({
    outcome: 'dialable',
    candidates: [{ address: '+22720123456', cautions: [] }]
  })
  expect(dialing.interpret('*72', false)).toMatchObject({ outcome: 'undialable', reason: 'feature-code' })
})

test('a text is interpreted without being proposed', () => {
  expect(dialing.interpret('1002', true)).toMatchObject({
    outcome: 'dialable',
    candidates: [{ address: '1002', kind: 'extension' }]
  })
  expect(dialing.interpret('*72', true)).toEqual({
    outcome: 'undialable',
    reason: 'feature-code',
    text: '*72'
  })
  expect(dialing.current.get()).toBeNull()
})
