import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createSignal } from '../../../../../src/main/core/live-value.ts'
import { createMachineWatch } from '../../../../../src/main/core/reach/machine-watch.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'

let clock: ManualClock
let told: string[]
let network: () => string
const resumed = createSignal<void>()

beforeEach(() => {
  clock = createManualClock()
  told = []
  network = () => '192.168.1.7/24'
  const watch = createMachineWatch({
    resumed,
    readNetwork: () => network(),
    clock,
    onEvent: (event) => void told.push(event)
  })
  watch.start()
  onTestFinished(() => watch.stop())
})

test('a computer that neither sleeps nor moves is not told of', async () => {
  await clock.advance(120_000)
  expect(told).toEqual([])
})

test('the host tells of waking', async () => {
  resumed.emit()
  await clock.advance(1_000)
  expect(told).toEqual(['resumed'])
})

test('without a host that tells, the clock does', async () => {
  await clock.advance(7_000)
  clock.sleep(60_000)
  await clock.advance(4_000)
  expect(told).toEqual(['resumed'])
})

test('a timer that is a little late, or a clock that was set back, is no sleep', async () => {
  clock.sleep(20_000)
  await clock.advance(10_000)
  clock.sleep(-600_000)
  await clock.advance(60_000)
  expect(told).toEqual([])
})

test('another network is told once', async () => {
  network = () => '10.0.0.9/8'
  await clock.advance(30_000)
  network = () => ''
  await clock.advance(6_000)
  expect(told).toEqual(['network-changed', 'network-changed'])
})

test('what comes within a second is one event, and waking counts for more', async () => {
  network = () => '10.0.0.9/8'
  await clock.advance(5_500)
  resumed.emit()
  resumed.emit()
  await clock.advance(60_000)
  expect(told).toEqual(['resumed'])
})

test('a network that cannot be read is one that did not change', async () => {
  network = () => {
    throw new Error('uv_interface_addresses')
  }
  await clock.advance(30_000)
  network = () => '192.168.1.7/24'
  await clock.advance(30_000)
  expect(told).toEqual([])
})

test('stopped, it tells of nothing, not even of what it noticed before', async () => {
  const watch = createMachineWatch({
    resumed,
    readNetwork: () => network(),
    clock,
    onEvent: (event) => void told.push(`the other: ${event}`)
  })
  watch.start()
  resumed.emit()
  watch.stop()
  resumed.emit()
  await clock.advance(60_000)
  expect(told).toEqual(['resumed'])
})
