import { createLostCallCloser, type LostCallCloser } from './close-lost-calls.ts'
import { createUntoldCallRevealer } from './reveal-untold-calls.ts'

type Dependencies = Parameters<typeof createLostCallCloser>[0]

/** Holds calls against presence, the second source: ends those whose end was lost, adds those of which nothing was told. */
export function createPresenceCheck(dependencies: Dependencies): LostCallCloser {
  const closer = createLostCallCloser(dependencies)
  const revealer = createUntoldCallRevealer(dependencies)
  return {
    ...closer,
    presenceRead(presence) {
      closer.presenceRead(presence)
      revealer.presenceRead(presence)
    }
  }
}
