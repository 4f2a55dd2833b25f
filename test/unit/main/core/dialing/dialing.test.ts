import { expect, test } from 'vitest'
import { createCarryOut } from '../../../../../src/main/core/carry-out.ts'
import { createDirectory } from '../../../../../src/main/core/contacts/index.ts'
import { createDialing } from '../../../../../src/main/core/dialing/index.ts'
import type { DialIntent } from '../../../../../src/main/core/intent.ts'
import { unknownPresence } from '../../../../../src/shared/domain/presence.ts'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'
import { recordingHost } from '../../../../fakes/office-services.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { recordingNotifier } from '../../../../fakes/recording-notifier.ts'
import { answered, stubApi } from '../../../../fakes/stub-api.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const dial: DialIntent = {
  kind: 'dial',
  id: 'd1',
  createdAtMs: 0,
  to: '+12125550101',
  fromExtension: '1001',
  callerId: null,
  isRecorded: false
}

function opened() {
  const ledger = new InMemoryLedger()
  const host = recordingHost()
  const notifier = recordingNotifier()
  const clock = createManualClock()
  const log = createRecordingLog()
  const api = stubApi({ placeCall: () => answered({ call_id: 'call-7' }) })
  const outbound = createDialing({
    ledger,
    host: { ...host, notifier },
    carryOut: createCarryOut({ ledger, clock, log, t: textByKey, publish: () => {} }),
    directory: createDirectory(textByKey),
    api: () => api,
    myExtension: () => '1001',
    myNumbers: () => null,
    presence: () => unknownPresence,
    runningCalls: () => [],
    settings: () => defaultSettings,
    clock,
    log,
    t: textByKey
  })
  return { ...outbound, ledger, host, notifier, clock }
}

test('what an earlier run may have dialed is told, and leads to that person', async () => {
  const { start, history, ledger, host, notifier } = opened()
  await ledger.addIntent(dial)
  await start([dial])
  expect(notifier.shown).toMatchObject([{ title: expect.stringContaining('dialing.unsureTitle') }])
  notifier.shown[0]?.onActivate()
  expect(host.asked).toEqual(['mainWindow.show', 'publish window:person-requested'])
  expect(history.last(dial.to)).toMatchObject({ isUnsure: true })
})

test('a start without such a dial says nothing', async () => {
  const { start, notifier } = opened()
  await start([])
  expect(notifier.shown).toEqual([])
})

test('what is on show can be cancelled without knowing it', () => {
  const { dialing, cancel, host } = opened()
  cancel()
  expect(host.asked).toEqual([])
  dialing.propose('212 555 0101', 'hotkey')
  cancel()
  expect(dialing.current.get()).toBeNull()
  expect(host.asked.at(-1)).toBe('dialStrip.hide')
})

test('what is to be keyed in by hand stays until the user puts it away', async () => {
  const { dialing, clock } = opened()
  const { id } = dialing.propose('212 555 0101 x89', 'hotkey')
  await dialing.confirm({ dialId: id, candidateIndex: 0, callerId: null, isRecorded: false, isAgreed: false })
  await clock.advance(600_000)
  expect(dialing.current.get()).toMatchObject({ id, state: 'placed' })
})

test('a countdown that is broken off is said to be for a second, without the keyboard', async () => {
  const { dialing, host, clock } = opened()
  const { id } = dialing.propose('212 555 0101', 'hotkey')
  await dialing.confirm({ dialId: id, candidateIndex: 0, callerId: null, isRecorded: false, isAgreed: false })
  dialing.cancel(id)
  expect(host.asked.slice(-2)).toEqual(['publish dialing:dial-changed', 'dialStrip.giveFocusBack'])
  await clock.advance(999)
  expect(dialing.current.get()).toMatchObject({ id, state: 'cancelled' })
  const { id: next } = dialing.propose('212 555 0102', 'hotkey')
  await clock.advance(600_000)
  expect(dialing.current.get()).toMatchObject({ id: next, state: 'confirming' })
  dialing.cancel(next)
  expect(host.asked.filter((it) => it === 'dialStrip.giveFocusBack')).toHaveLength(1)
  expect(host.asked.at(-1)).toBe('dialStrip.hide')
})

test('what was broken off goes by itself', async () => {
  const { dialing, host, clock } = opened()
  const { id } = dialing.propose('212 555 0101', 'hotkey')
  await dialing.confirm({ dialId: id, candidateIndex: 0, callerId: null, isRecorded: false, isAgreed: false })
  dialing.cancel(id)
  await clock.advance(1_000)
  expect(dialing.current.get()).toBeNull()
  expect(host.asked.at(-1)).toBe('dialStrip.hide')
})

test('the strip comes with a dial to confirm, and goes with it', async () => {
  const { dialing, host, clock } = opened()
  const { id } = dialing.propose('212 555 0101', 'hotkey')
  expect(host.asked).toEqual(['publish dialing:dial-changed', 'dialStrip.show'])
  dialing.propose('tel:+12125550102', 'link')
  expect(host.asked.slice(2)).toEqual(['publish dialing:dial-changed'])
  await dialing.confirm({
    dialId: id,
    candidateIndex: 0,
    callerId: null,
    isRecorded: false,
    isAgreed: false
  })
  await clock.advance(3_000)
  expect(dialing.current.get()).toMatchObject({ state: 'placed' })
  expect(host.asked).not.toContain('dialStrip.hide')
  await clock.advance(5_999)
  expect(dialing.current.get()).toMatchObject({ id, state: 'placed' })
  await clock.advance(1)
  expect(dialing.current.get()).toBeNull()
  expect(host.asked.slice(-2)).toEqual(['publish dialing:dial-changed', 'dialStrip.hide'])
})
