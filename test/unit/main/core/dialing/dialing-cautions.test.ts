import { beforeEach, describe, expect, test } from 'vitest'
import { createDialHistory } from '../../../../../src/main/core/dialing/dial-history.ts'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { colleague, openDialing, type PlaceCall } from '../../../../fakes/open-dialing.ts'
import { refusedWith } from '../../../../fakes/stub-api.ts'

let { office, clock, ledger, requests, dialing, confirm, dialAndWait } = openDialing()
beforeEach(() => {
  ;({ office, clock, ledger, requests, dialing, confirm, dialAndWait } = openDialing())
})

describe('what must be agreed to', () => {
  test('is asked once more, and then dialed', async () => {
    const proposed = dialing.propose('+22720123456', 'page')
    expect(proposed.candidates[0]?.cautions).toEqual([
      { kind: 'foreign', mustBeAgreed: true, text: 'dialing.caution.foreign {"country":"Niger"}' }
    ])
    const asking = await confirm(proposed)
    expect(asking).toMatchObject({
      ok: true,
      value: { state: 'confirming', asked: { address: '+22720123456', cautions: [{ kind: 'foreign' }] } }
    })
    await clock.advance(500)
    expect(await confirm(proposed, 0, true)).toMatchObject({ ok: true, value: { state: 'counting-down' } })
    await clock.advance(3_000)
    expect(requests).toMatchObject([{ to: '+22720123456' }])
  })

  test('is not agreed to by an Enter pressed twice', async () => {
    const proposed = dialing.propose('+22720123456', 'page')
    await confirm(proposed)
    await clock.advance(499)
    expect(await confirm(proposed, 0, true)).toMatchObject({ ok: true, value: { state: 'confirming' } })
    await clock.advance(600_000)
    expect(requests).toEqual([])
  })

  test('is not agreed to by a page that did not show it', async () => {
    const proposed = dialing.propose('+22720123456', 'page')
    expect(await confirm(proposed, 0, true)).toMatchObject({ ok: true, value: { state: 'confirming' } })
    await clock.advance(500)
    expect(await confirm(proposed)).toMatchObject({ ok: true, value: { state: 'confirming' } })
  })

  test('of one candidate does not count for another', async () => {
    const proposed = dialing.propose('+22720123456, +22790123456', 'page')
    await confirm(proposed, 0)
    await clock.advance(500)
    expect(await confirm(proposed, 1, true)).toMatchObject({
      ok: true,
      value: { state: 'confirming', asked: { address: '+22790123456' } }
    })
  })

  test('can become more between the two: then all of it is asked', async () => {
    office.presence = { ...office.presence, colleagues: [colleague('1001', { isMe: true })] }
    const proposed = dialing.propose('+22720123456', 'page')
    await confirm(proposed)
    await clock.advance(500)
    office.presence = { ...office.presence, colleagues: [colleague('1001', { isMe: true, isOnline: false })] }
    expect(await confirm(proposed, 0, true)).toMatchObject({
      ok: true,
      value: { state: 'confirming', asked: { cautions: [{ kind: 'phone-offline' }, { kind: 'foreign' }] } }
    })
  })

  test('the same number once more within ten seconds', async () => {
    await dialAndWait('212 555 0101')
    await clock.advance(9_999)
    const again = dialing.propose('(212) 555-0101', 'hotkey')
    expect(await confirm(again)).toMatchObject({
      ok: true,
      value: { state: 'confirming', asked: { cautions: [{ kind: 'repeated' }] } }
    })
    await clock.advance(500)
    expect(await confirm(again)).toMatchObject({ ok: true, value: { state: 'counting-down' } })
  })

  test('not where it was refused, or cancelled: it rang nowhere', async () => {
    office.placeCall = () => refusedWith({ kind: 'rejected', reason: 'no such number' })
    await dialAndWait('212 555 0101')
    const again = dialing.propose('212 555 0101', 'page')
    expect(await confirm(again)).toMatchObject({ ok: true, value: { state: 'counting-down' } })
    dialing.cancel(again.id)
    expect(await confirm(dialing.propose('212 555 0101', 'page'))).toMatchObject({
      ok: true,
      value: { state: 'counting-down' }
    })
  })
})

describe('what comes from outside the app', () => {
  test.each(['link', 'command-line'] as const)('takes no key for half a second (%s)', async (source) => {
    const proposed = dialing.propose('tel:+12125550101', source)
    await clock.advance(499)
    expect(await confirm(proposed)).toMatchObject({ ok: true, value: { state: 'confirming' } })
    await clock.advance(1)
    expect(await confirm(proposed)).toMatchObject({ ok: true, value: { state: 'counting-down' } })
  })

  test('never replaces what is on show, however much comes', async () => {
    const first = dialing.propose('tel:+12125550101', 'link')
    for (let count = 0; count < 500; count += 1) {
      expect(dialing.propose(`tel:+1212555${String(count).padStart(4, '0')}`, 'link').id).toBe(first.id)
    }
    expect(dialing.current.get()).toMatchObject({
      id: first.id,
      candidates: [{ address: '+12125550101' }],
      leftOutCount: 500
    })
    await clock.advance(600_000)
    expect(requests).toEqual([])
  })

  test('does not touch a countdown either', async () => {
    const proposed = dialing.propose('212 555 0101', 'page')
    await confirm(proposed)
    expect(dialing.propose('tel:+12125550102', 'link')).toMatchObject({ id: proposed.id, leftOutCount: 1 })
    await clock.advance(3_000)
    expect(requests).toMatchObject([{ to: '+12125550101' }])
    expect(dialing.current.get()).toMatchObject({ state: 'placed' })
  })

  test('is counted while the dial is being placed, too', async () => {
    const answer = Promise.withResolvers<Awaited<ReturnType<PlaceCall>>>()
    office.placeCall = () => answer.promise
    expect(await dialAndWait('212 555 0101')).toMatchObject({ state: 'placing', leftOutCount: 0 })
    dialing.propose('tel:+12125550102', 'link')
    answer.resolve({ ok: true, value: { call_id: 'call-7' } })
    await clock.advance(0)
    expect(dialing.current.get()).toMatchObject({ state: 'placed', callId: 'call-7', leftOutCount: 1 })
  })

  test('is counted while the placing of a dial fails, too', async () => {
    const answer = Promise.withResolvers<Awaited<ReturnType<PlaceCall>>>()
    office.placeCall = () => answer.promise
    await dialAndWait('212 555 0101')
    dialing.propose('tel:+12125550102', 'link')
    answer.reject(new Error('a bug'))
    await clock.advance(0)
    expect(dialing.current.get()).toMatchObject({ state: 'unknown', leftOutCount: 1 })
  })

  test('is replaced by what the user asks for', () => {
    const link = dialing.propose('tel:+12125550101', 'link')
    expect(dialing.propose('212 555 0102', 'hotkey').id).not.toBe(link.id)
  })

  test('never dials an emergency number, whatever the settings say', async () => {
    office.settings = { ...defaultSettings, emergencyGuard: 'ask' }
    for (const source of ['link', 'command-line', 'hotkey'] as const) {
      const proposed = dialing.propose('911', source)
      expect(proposed).toMatchObject({ candidates: [], undialable: 'emergency' })
      dialing.cancel(proposed.id)
    }
    expect(dialing.propose('911', 'page')).toMatchObject({
      candidates: [{ address: '911', cautions: [{ kind: 'emergency', mustBeAgreed: true }] }]
    })
  })
})

describe('the number shown to who is called', () => {
  const dialFrom = async (callerId: string) => {
    const { id } = dialing.propose('212 555 0101', 'page')
    await dialing.confirm({ dialId: id, candidateIndex: 0, callerId, isRecorded: false, isAgreed: false })
    await clock.advance(3_000)
  }
  const proposedCallerId = () => dialing.propose('212 555 0101', 'page').candidates[0]?.callerId

  test('begins as it was the last time', async () => {
    await dialFrom('+15559876543')
    expect(proposedCallerId()).toBe('+15559876543')
    expect(dialing.propose('212 555 0102', 'page').candidates[0]?.callerId).toBeNull()
  })

  test('does so after a start too', async () => {
    await dialFrom('+15559876543')
    const later = createDialHistory(ledger)
    await later.load()
    expect(later.last('+12125550101')).toMatchObject({ callerId: '+15559876543' })
  })

  test('not where it is none of mine any more, or the setting is off', async () => {
    await dialFrom('+15559876543')
    office.myNumbers = new Set(['+15550000000'])
    expect(proposedCallerId()).toBeNull()
    office.myNumbers = new Set(['+15559876543'])
    expect(proposedCallerId()).toBe('+15559876543')
    office.settings = { ...defaultSettings, isCallerIdKept: false }
    expect(proposedCallerId()).toBeNull()
  })
})

test('a countdown that the computer slept through dials nothing', async () => {
  await confirm(dialing.propose('1002', 'page'))
  clock.sleep(60_000)
  await clock.advance(3_000)
  expect(requests).toEqual([])
  expect(dialing.current.get()).toMatchObject({ state: 'refused', message: 'dialing.tooLate' })
})
