import { beforeEach, expect, test } from 'vitest'
import { createLiveValue, type LiveValue } from '../../../../../src/main/core/live-value.ts'
import { type BusyWatch, createBusyWatch } from '../../../../../src/main/core/updates/busy-watch.ts'
import type { Dial, DialState } from '../../../../../src/shared/domain/dialing.ts'
import { callRecord } from '../../../../fakes/sample-records.ts'

let dial: LiveValue<Dial | null>
let mine: string
let busy: BusyWatch
let told: boolean[]

const dialIn = (state: DialState): Dial => ({ state }) as Dial

beforeEach(() => {
  dial = createLiveValue<Dial | null>(null)
  mine = '1001'
  told = []
  busy = createBusyWatch({
    ledger: {
      listRunningCalls: () =>
        Promise.resolve([callRecord({ id: 'old', state: 'answered', agentExtension: '1001' })])
    },
    isMine: ({ agentExtension }) => agentExtension === mine,
    dial
  })
  busy.current.watch((isBusy) => told.push(isBusy))
})

test('a call of mine counts from its first ring to its end', () => {
  const call = callRecord({ id: 'a', state: 'ringing', agentExtension: '1001' })
  busy.callChanged(call)
  expect(busy.current.get()).toBe(true)
  busy.callChanged({ ...call, state: 'answered' })
  busy.callChanged({ ...call, state: 'ended' })
  expect(busy.current.get()).toBe(false)
  expect(told).toEqual([true, false])
})

test('a colleague’s does not; one that turns out to be part of another is gone', () => {
  busy.callChanged(callRecord({ id: 'a', state: 'ringing', agentExtension: '1002' }))
  expect(busy.current.get()).toBe(false)
  busy.callChanged(callRecord({ id: 'b', state: 'ringing', agentExtension: '1001' }))
  busy.callRemoved('b')
  expect(told).toEqual([true, false])
})

test('calls that an earlier run left open count, by who I am now', async () => {
  await busy.start()
  expect(busy.current.get()).toBe(true)
  mine = '1002'
  expect(busy.current.get()).toBe(false)
})

test.each([
  ['confirming', true],
  ['counting-down', true],
  ['placing', true],
  ['placed', false],
  ['unknown', false],
  ['cancelled', false]
] as const)('a dial that is %s: %s', (state, isBusy) => {
  dial.set(dialIn(state))
  expect(busy.current.get()).toBe(isBusy)
})
