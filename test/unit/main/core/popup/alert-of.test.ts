import { describe, expect, test } from 'vitest'
import { type AlertSettings, alertOf, isArriving } from '../../../../../src/main/core/popup/alert-of.ts'
import type { Call } from '../../../../../src/shared/domain/call.ts'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { call } from '../../../../fakes/sample-records.ts'

const alert = (
  of: Partial<Call>,
  settings: Partial<AlertSettings> = {},
  { isQuiet = false, myQueues = ['Sales'] } = {}
) =>
  alertOf(call(of), {
    settings: { ...defaultSettings, ...settings },
    isMyQueue: (name) => myQueues.includes(name),
    isQuiet
  })

describe('whose calls make themselves known', () => {
  test.each([
    ['mine', { isMine: true }, 'card'],
    ['mine', { isMine: false }, 'off'],
    ['mine', { isMine: false, queueName: 'Sales' }, 'off'],
    ['my-queues', { isMine: true }, 'card'],
    ['my-queues', { isMine: false, queueName: 'Sales' }, 'card'],
    ['my-queues', { isMine: false, queueName: 'Support' }, 'off'],
    ['my-queues', { isMine: false }, 'off'],
    ['everyone', { isMine: false }, 'card'],
    ['everyone', { isMine: false, queueName: 'Support' }, 'card']
  ] as const)('with %s, %o: %s', (popups, of, expected) => {
    expect(alert(of, { popups })).toBe(expected)
  })
})

describe('how, by where a call comes from', () => {
  const levels = {
    directCallAlert: 'card',
    queueCallAlert: 'notification',
    internalCallAlert: 'off'
  } as const

  test.each([
    ['to a line', {}, 'card'],
    ['to a queue', { queueName: 'Sales' }, 'notification'],
    ['from a colleague', { direction: 'internal' }, 'off'],
    ['from a colleague to a queue', { direction: 'internal', queueName: 'Sales' }, 'notification']
  ] as const)('%s', (_where, of, expected) => {
    expect(alert(of, levels)).toBe(expected)
  })
})

test('nothing does while it is quiet', () => {
  expect(alert({}, { popups: 'everyone' }, { isQuiet: true })).toBe('off')
})

test.each([
  ['rings', {}, true],
  ['rings at a colleague’s asking', { direction: 'internal' }, true],
  ['is my own', { direction: 'outbound' }, false],
  ['was answered', { state: 'answered' }, false],
  ['was missed', { state: 'missed' }, false],
  ['rang a minute ago', { startedAtMs: -60_000 }, false],
  ['began in our future', { startedAtMs: 3_600_000 }, true]
] as const)('a call that %s is arriving: %o', (_what, of, expected) => {
  expect(isArriving(call({ startedAtMs: 0, ...of }), 0)).toBe(expected)
})
