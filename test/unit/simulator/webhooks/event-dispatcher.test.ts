import { describe, expect, it } from 'vitest'
import type { EventName } from '../../../../src/shared/domain/event-name.ts'
import { ManualClock } from '../../../../src/simulator/clock.ts'
import { FaultBoard, faultsSchema } from '../../../../src/simulator/faults.ts'
import { SeededRandom } from '../../../../src/simulator/seeded-random.ts'
import { EventDispatcher } from '../../../../src/simulator/webhooks/event-dispatcher.ts'
import { WebhookRegistry } from '../../../../src/simulator/webhooks/registry.ts'

const namesOf = ['USER_DIAL', 'USER_ANSWER', 'CALL_ENDED', 'SMS_SENT', 'SMS_DELIVERED'] as const

function dispatcherWith(faults: object) {
  const clock = new ManualClock(0)
  const board = new FaultBoard()
  board.set(faultsSchema.parse(faults))
  const registry = new WebhookRegistry()
  for (const eventName of namesOf) {
    registry.add({ url: 'http://127.0.0.1:9', eventName, method: 'POST', retries: 1, encoding: 'json' })
  }
  const sent: [name: string, atMs: number][] = []
  const sender = {
    send: (_: unknown, payload: { event_name: string }) => void sent.push([payload.event_name, clock.nowMs()])
  }
  const dispatcher = new EventDispatcher({
    accountId: 61,
    clock,
    random: new SeededRandom(1),
    faults: board,
    registry,
    sender
  })
  const dispatch = (...names: readonly EventName[]) => {
    for (const name of names) dispatcher.dispatch({ name, atMs: clock.nowMs(), metadata: {} })
  }
  return { clock, dispatch, sent, names: () => sent.map(([name]) => name) }
}

describe('EventDispatcher', () => {
  it('sends an event to the webhooks that listen for it', () => {
    const { dispatch, names } = dispatcherWith({})
    dispatch('USER_DIAL', 'SMS_RECEIVED', 'CALL_ENDED')
    expect(names()).toEqual(['USER_DIAL', 'CALL_ENDED'])
  })

  it('sends twice', () => {
    const { dispatch, names } = dispatcherWith({ duplicate: true })
    dispatch('USER_DIAL')
    expect(names()).toEqual(['USER_DIAL', 'USER_DIAL'])
  })

  it('sends later', () => {
    const { dispatch, clock, sent } = dispatcherWith({ delay_ms: 700 })
    dispatch('USER_DIAL')
    clock.advance(5_000)
    expect(sent).toEqual([['USER_DIAL', 700]])
  })

  it('lets neighbours change places, and loses none that has no neighbour', () => {
    const { dispatch, clock, names } = dispatcherWith({ reorder: true })
    dispatch('USER_DIAL', 'USER_ANSWER')
    clock.advance(50)
    dispatch('CALL_ENDED')
    expect(names()).toEqual(['USER_ANSWER', 'USER_DIAL'])
    clock.advance(2_000)
    expect(names()).toEqual(['USER_ANSWER', 'USER_DIAL', 'CALL_ENDED'])
  })

  it('drops by name', () => {
    const { dispatch, names } = dispatcherWith({ drop: ['CALL_ENDED'] })
    dispatch(...namesOf)
    expect(names()).toEqual(namesOf.filter((name) => name !== 'CALL_ENDED'))
  })

  it('drops by chance', () => {
    const { dispatch, names } = dispatcherWith({ drop: 0.5 })
    for (let round = 0; round < 200; round += 1) dispatch('USER_DIAL')
    expect(names().length).toBeGreaterThan(60)
    expect(names().length).toBeLessThan(140)
  })

  it('loses receipts', () => {
    const { dispatch, names } = dispatcherWith({ lose_receipts: true })
    dispatch(...namesOf)
    expect(names()).toEqual(['USER_DIAL', 'USER_ANSWER', 'CALL_ENDED'])
  })
})
