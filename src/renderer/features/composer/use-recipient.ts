import { useBridge, useRequest } from '../../bridge/index.ts'
import { useNow } from '../../time/index.ts'
import { nightClock } from './night-there.ts'

/** What is to be known of a number before writing to it, and the way to correct it. */
export function useRecipient(address: string) {
  const bridge = useBridge()
  const recipient = useRequest('messages:check-recipient', { address }).data
  const nowMs = useNow(60_000)
  return {
    stoppedAtMs: recipient?.stoppedAtMs ?? null,
    nightClock: nightClock(recipient?.timeZone ?? null, nowMs),
    /** Rejects where it could not be kept. */
    setStop: (isStopped: boolean) => bridge.request('messages:set-stop', { address, isStopped })
  }
}
