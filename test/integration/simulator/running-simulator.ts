import { onTestFinished } from 'vitest'
import { ManualClock } from '../../../src/simulator/clock.ts'
import { type SimulatorOptions, startSimulator } from '../../../src/simulator/start-simulator.ts'
import { apiClient } from './api-client.ts'

/** A simulator on a clock that stands still, with a client; stopped when the test is over. */
export async function runningSimulator(options: SimulatorOptions = {}) {
  const simulator = await startSimulator({ clock: new ManualClock(), ...options })
  onTestFinished(() => simulator.stop())
  return { simulator, ...apiClient(simulator) }
}
