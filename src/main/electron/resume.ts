import { powerMonitor } from 'electron'
import { createSignal, type Signal } from '../core/live-value.ts'

/** Told each time the computer wakes from sleep. */
export function watchResume(): Pick<Signal<void>, 'watch'> {
  const resumed = createSignal<void>()
  powerMonitor.on('resume', () => resumed.emit())
  return resumed
}
