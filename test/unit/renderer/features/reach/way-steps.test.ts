import { describe, expect, it } from 'vitest'
import { relaySteps, type WayStep, waySteps } from '../../../../../src/renderer/features/reach/way-steps.ts'
import { type Reach, unknownReach } from '../../../../../src/shared/domain/reach.ts'
import { relayReach, sampleReach, unchosenReach } from '../../../../fakes/sample-reach.ts'

const nowMs = 1_000_000_000
const well = sampleReach(nowMs)
const failedCheck = { atMs: nowMs, isPassed: false, tookMs: 5_000, reason: 'No answer.' }
const withTunnel = (state: Reach['tunnel']['state'], rest: Partial<Reach> = {}): Reach => ({
  ...well,
  tunnel: { ...well.tunnel, state },
  ...rest
})

const marks = (reach: Reach) => waySteps(reach).map(({ mark }) => mark)
const stepOf = (reach: Reach, name: WayStep['name']) => waySteps(reach).find((step) => step.name === name)

it('is whole where everything is proved', () => {
  expect(waySteps(well).map(({ name }) => name)).toEqual(['voice360', 'address', 'tunnel', 'computer'])
  expect(marks(well)).toEqual(['ok', 'ok', 'ok', 'ok'])
})

it('knows nothing before anything is known', () => {
  expect(marks(unknownReach)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
})

it('says what is missing before a way is chosen', () => {
  expect(waySteps(unchosenReach(nowMs)).map(({ note }) => note)).toEqual([
    'noEventYet',
    'noAddress',
    'notChosen',
    'listens'
  ])
})

describe('what is broken', () => {
  it('is this computer while nothing listens', () => {
    const reach = { ...well, webhookUrl: null, isPublic: false, state: 'deaf' as const }
    expect(marks(reach)).toEqual(['unknown', 'unknown', 'ok', 'broken'])
  })

  it.each(['down', 'waiting'] as const)(
    'is a tunnel that is %s, and no check from before counts',
    (state) => {
      const reach = withTunnel(state, { state: 'deaf' })
      expect(marks(reach)).toEqual(['unknown', 'unknown', 'broken', 'ok'])
      expect(stepOf(reach, 'address')?.note).toBe('waits')
    }
  )

  it('is the address where the tunnel stands and the check fails', () => {
    expect(marks({ ...well, state: 'deaf', check: failedCheck })).toEqual(['unknown', 'broken', 'ok', 'ok'])
  })

  it('is nothing where events come though this computer does not reach its own address', () => {
    expect(marks({ ...well, check: failedCheck })).toEqual(['ok', 'unknown', 'ok', 'ok'])
  })

  it('is what Voice360 knows once the address became another', () => {
    const addressChange = { atMs: nowMs, before: 'https://a.example', after: 'https://b.example' }
    expect(stepOf({ ...well, addressChange }, 'voice360')).toMatchObject({
      mark: 'broken',
      note: 'oldAddress'
    })
  })
})

it.each(['starting', 'off'] as const)('does not call a tunnel broken that is %s', (state) => {
  expect(stepOf(withTunnel(state), 'tunnel')?.mark).toBe('unknown')
})

it('takes no event of earlier for a proof while it is not certain', () => {
  expect(stepOf({ ...well, state: 'degraded' }, 'voice360')).toMatchObject({
    mark: 'unknown',
    note: 'noneLately'
  })
})

describe('by a relay', () => {
  const by = relayReach(nowMs)
  const down = { ...by, state: 'deaf' as const, tunnel: { ...by.tunnel, state: 'down' as const } }
  const refused = { ...down, tunnel: { ...by.tunnel, state: 'off' as const, reason: 'It has ended.' } }
  const degraded = { ...by, state: 'degraded' as const }

  it('has the relay and the connection in the place of address and tunnel', () => {
    expect(relaySteps(by, 'answering').map(({ name, mark }) => [name, mark])).toEqual([
      ['voice360', 'ok'],
      ['relay', 'ok'],
      ['connection', 'ok'],
      ['computer', 'ok']
    ])
  })

  it.each<[string, Reach, Parameters<typeof relaySteps>[1], readonly string[]]>([
    ['the connection is lost', down, 'unknown', ['noneLately', 'notChecked', 'down', 'waitsForConnection']],
    [
      'the server refuses it',
      refused,
      'unknown',
      ['noneLately', 'notChecked', 'refused', 'waitsForConnection']
    ],
    ['the relay is silent', degraded, 'silent', ['noneLately', 'relaySilent', 'up', 'reads']],
    ['it catches up', degraded, 'answering', ['noneLately', 'relayAnswers', 'up', 'catchingUp']],
    [
      'the relay was never heard',
      { ...by, state: 'deaf', lastEventAtMs: null },
      'unknown',
      ['noEventYet', 'notChecked', 'up', 'waitsForRelay']
    ]
  ])('says so where %s', (_what, reach, relay, notes) => {
    expect(relaySteps(reach, relay).map(({ note }) => note)).toEqual(notes)
  })
})
