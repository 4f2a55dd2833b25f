import { setTimeout as sleep } from 'node:timers/promises'

/** By then nobody waits for what the start began. */
const restMs = 5_000

/**
 * Gives the memory that the start used up back to the system, a while after it. V8 does that by itself after a collection of its whole
 * heap, of which a main process that stays small sees none; in every Electron its inspector can be asked for one.
 */
export async function giveMemoryBack(): Promise<void> {
  await sleep(restMs)
  const { Session } = await import('node:inspector')
  const session = new Session()
  session.connect()
  // With an error or without: there is nobody who could mend it, and nothing is lost.
  await new Promise((resolve) => session.post('HeapProfiler.collectGarbage', resolve))
  session.disconnect()
}
