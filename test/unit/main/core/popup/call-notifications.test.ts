import { beforeEach, describe, expect, test } from 'vitest'
import {
  type CallNotifications,
  createCallNotifications
} from '../../../../../src/main/core/popup/call-notifications.ts'
import type { Call } from '../../../../../src/shared/domain/call.ts'
import type { CallAlert } from '../../../../../src/shared/domain/settings.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'
import { recordingNotifier, type ShownNotification } from '../../../../fakes/recording-notifier.ts'
import { anna } from '../../../../fakes/sample-office.ts'
import { call } from '../../../../fakes/sample-records.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const clock = createManualClock()
let alert: CallAlert
let isCardEnough: boolean
let isQuiet: boolean
let isMaskingDigits: boolean
let told: readonly ShownNotification[]
let shownPeople: string[]
let notifications: CallNotifications

beforeEach(() => {
  alert = 'notification'
  isCardEnough = true
  isQuiet = false
  isMaskingDigits = false
  const notifier = recordingNotifier()
  told = notifier.shown
  shownPeople = []
  notifications = createCallNotifications({
    alertOf: () => alert,
    isCardEnough: () => isCardEnough,
    isQuiet: () => isQuiet,
    isMaskingDigits: () => isMaskingDigits,
    notifier,
    showPerson: (address) => void shownPeople.push(address),
    clock,
    t: textByKey
  })
})

const tell = (change: Partial<Call> = {}): void =>
  notifications.callChanged(call({ startedAtMs: clock.nowMs(), ...change }))
const titles = () => told.map(({ title }) => title)

describe('a caller', () => {
  test('is told of once by name and number, with the queue or line that was called', () => {
    tell({ id: 'a' })
    tell({ id: 'a', queueName: 'Sales Queue' })
    tell({ id: 'b', queueName: 'Sales Queue' })
    tell({ id: 'c', line: null, other: { ...anna, name: null } })
    expect(told).toMatchObject([
      {
        title: 'notification.incomingCallTo {"target":"Main Business Line"}',
        body: `Anna Meier · ${anna.display}`
      },
      { title: 'notification.incomingCallTo {"target":"Sales Queue"}' },
      { title: 'notification.incomingCall', body: anna.display }
    ])
  })

  test('leads to everything with them', () => {
    tell()
    told[0]?.onActivate()
    expect(shownPeople).toEqual([anna.address])
  })

  test('with a card on top of everything needs no notification; with one that is not, it does', () => {
    alert = 'card'
    tell({ id: 'a' })
    expect(told).toEqual([])
    isCardEnough = false
    tell({ id: 'b' })
    expect(told).toHaveLength(1)
  })

  test('is not told of where the rules say off, the event is old, or I am the caller', () => {
    alert = 'off'
    tell({ id: 'a' })
    alert = 'notification'
    tell({ id: 'b', startedAtMs: clock.nowMs() - 60_000 })
    tell({ id: 'c', direction: 'outbound' })
    expect(told).toEqual([])
  })

  test('is told of without digits where those are masked', () => {
    isMaskingDigits = true
    tell({ other: { ...anna, name: null, display: '+1 555 123 4567' } })
    tell({ state: 'missed', other: { ...anna, name: null, display: '+1 555 123 4567' } })
    expect(JSON.stringify(told)).not.toMatch(/5551234567|555|4567/)
    expect(told).toMatchObject([{ body: '+1 ••• ••• ••67' }, { title: expect.stringContaining('••67') }])
  })
})

describe('a call that was told of', () => {
  test.each(['missed', 'abandoned', 'timed-out'] as const)('and is %s is told of once more', (state) => {
    tell()
    tell({ state })
    tell({ state, isUnread: true })
    expect(titles()).toEqual([
      'notification.incomingCallTo {"target":"Main Business Line"}',
      'notification.missedCallFrom {"name":"Anna Meier"}'
    ])
  })

  test('and is answered is told of no more', () => {
    tell()
    tell({ state: 'answered' })
    tell({ state: 'ended' })
    expect(told).toHaveLength(1)
  })

  test('and is missed while it is quiet is not told of', () => {
    tell()
    isQuiet = true
    tell({ state: 'missed' })
    expect(told).toHaveLength(1)
  })
})

describe('a caller’s notification', () => {
  test('stands while the call rings, and is taken back once that is over', () => {
    tell({ id: 'a' })
    tell({ id: 'a', queueName: 'Sales Queue' })
    tell({ id: 'b' })
    expect(told.map((it) => it.isTakenBack())).toEqual([false, false])
    tell({ id: 'a', state: 'answered' })
    expect(told.map((it) => it.isTakenBack())).toEqual([true, false])
    tell({ id: 'b', state: 'missed' })
    expect(told.map((it) => it.isTakenBack())).toEqual([true, true, false])
  })

  test('is taken back where the call turns out to be part of another one', () => {
    tell({ id: 'a' })
    notifications.callRemoved('a')
    expect(told[0]?.isTakenBack()).toBe(true)
    notifications.callRemoved('a')
  })
})

test('a missed call that was not told of is not told of', () => {
  tell({ state: 'missed' })
  expect(told).toEqual([])
})
