import { beforeEach, expect, test } from 'vitest'
import { createPopupService, type PopupService } from '../../../../../src/main/core/popup/index.ts'
import type { Call } from '../../../../../src/shared/domain/call.ts'
import type { Place, PopupCard } from '../../../../../src/shared/domain/popup-card.ts'
import type { CallAlert } from '../../../../../src/shared/domain/settings.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { anna, anonymous } from '../../../../fakes/sample-office.ts'
import { call } from '../../../../fakes/sample-records.ts'

const hello = { kind: 'message', atMs: 1, text: 'Hello' } as const

let clock: ManualClock
let popup: PopupService
let alert: CallAlert
let findPlace: (address: string) => Promise<Place | null>
let findLastContact: (call: Call) => Promise<PopupCard['lastContact']>

beforeEach(() => {
  clock = createManualClock()
  alert = 'card'
  findPlace = () => Promise.resolve(null)
  findLastContact = () => Promise.resolve(null)
  popup = createPopupService({
    alertOf: () => alert,
    findLastContact: (of) => findLastContact(of),
    places: { find: (address) => findPlace(address) },
    clock
  })
})

const tell = (change: Partial<Call> = {}): void =>
  popup.callChanged(call({ startedAtMs: clock.nowMs(), ...change }))
const shown = (): readonly (readonly [string, string])[] =>
  popup.cards.get().map((card) => [card.call.id, card.call.state])

test('a caller’s card opens once', () => {
  tell({ id: 'a' })
  tell({ id: 'a', queueName: 'Sales Queue' })
  tell({ id: 'b' })
  expect(shown()).toEqual([
    ['a', 'ringing'],
    ['b', 'ringing']
  ])
  expect(popup.cards.get()[0]?.call.queueName).toBe('Sales Queue')
})

test.each(['off', 'notification'] as const)('none opens where the rules say %s', (level) => {
  alert = level
  tell()
  expect(shown()).toEqual([])
})

test('cards that are there follow their calls when none may open any more', () => {
  tell({ id: 'a' })
  alert = 'off'
  tell({ id: 'a', state: 'missed' })
  tell({ id: 'b' })
  expect(shown()).toEqual([['a', 'missed']])
})

test('a card turns into “answered” and leaves after six seconds', async () => {
  tell()
  await clock.advance(10_000)
  tell({ state: 'answered' })
  await clock.advance(5_999)
  expect(shown()).toEqual([['call-1', 'answered']])
  await clock.advance(1)
  expect(shown()).toEqual([])
})

test('a lost caller’s card stays until it is closed', async () => {
  tell()
  tell({ state: 'missed' })
  await clock.advance(86_400_000)
  expect(shown()).toEqual([['call-1', 'missed']])
  popup.dismiss('call-1')
  expect(shown()).toEqual([])
})

test('a call of which nothing more is heard leaves after two minutes, each in its time', async () => {
  tell({ id: 'a' })
  await clock.advance(60_000)
  tell({ id: 'b' })
  await clock.advance(60_000)
  expect(shown()).toEqual([['b', 'ringing']])
  await clock.advance(60_000)
  expect(shown()).toEqual([])
})

test('closing one card leaves the others, and their time to leave', async () => {
  tell({ id: 'a' })
  tell({ id: 'b' })
  popup.dismiss('a')
  popup.dismiss('never-there')
  expect(shown()).toEqual([['b', 'ringing']])
  await clock.advance(120_000)
  expect(shown()).toEqual([])
})

test('a card that was closed is not opened again by the same call', () => {
  tell()
  popup.dismiss('call-1')
  tell({ queueName: 'Sales Queue' })
  tell({ state: 'missed' })
  expect(shown()).toEqual([])
})

test('a call that turned out to be part of another one has no card', () => {
  tell({ id: 'a' })
  tell({ id: 'b' })
  popup.callRemoved('a')
  expect(shown()).toEqual([['b', 'ringing']])
})

test('a card stays while someone writes in it, and leaves a moment later', async () => {
  tell()
  popup.hold('call-1', true)
  tell({ state: 'answered' })
  await clock.advance(3_600_000)
  expect(shown()).toEqual([['call-1', 'answered']])
  popup.hold('call-1', false)
  await clock.advance(5_999)
  expect(shown()).toEqual([['call-1', 'answered']])
  await clock.advance(1)
  expect(shown()).toEqual([])
})

test('where the number is from is added when it is found; others than numbers are from nowhere', async () => {
  const asked: string[] = []
  findPlace = (address) => {
    asked.push(address)
    return Promise.resolve({ name: 'Berlin', timeZone: 'Europe/Berlin' })
  }
  tell({ id: 'a' })
  tell({ id: 'b', other: anonymous })
  await settled()
  expect(popup.cards.get().map(({ place }) => place?.name)).toEqual(['Berlin', undefined])
  expect(asked).toEqual([anna.address])
})

test('what was last shared is added when it is found', async () => {
  findLastContact = () => Promise.resolve(hello)
  tell()
  expect(popup.cards.get()[0]?.lastContact).toBeNull()
  await settled()
  expect(popup.cards.get()[0]?.lastContact).toEqual(hello)
})

test('what is found after the card was closed brings nothing back', async () => {
  findLastContact = () => Promise.resolve(hello)
  tell()
  popup.dismiss('call-1')
  await settled()
  expect(shown()).toEqual([])
})

test('a card does without what could not be found', async () => {
  findLastContact = () => Promise.reject(new Error('The database is busy'))
  tell()
  await settled()
  expect(shown()).toEqual([['call-1', 'ringing']])
  await clock.advance(120_000)
  expect(shown()).toEqual([])
})
