import { isOver } from '../../../shared/domain/call.ts'
import type { Dial, DialState } from '../../../shared/domain/dialing.ts'
import type { CallRecord } from '../calls/index.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { CallLedger } from '../ports.ts'

/** Whether the user is in the middle of a call or of placing one, so that the app must not end under their hands. */
export interface BusyWatch {
  readonly current: Pick<LiveValue<boolean>, 'get' | 'watch'>
  /** Takes up the calls that an earlier run left open. */
  start(): Promise<void>
  callChanged(call: CallRecord): void
  callRemoved(callId: string): void
}

interface Dependencies {
  readonly ledger: Pick<CallLedger, 'listRunningCalls'>
  readonly isMine: (call: CallRecord) => boolean
  /** The dial on show. */
  readonly dial: Pick<LiveValue<Dial | null>, 'get' | 'watch'>
}

const pending: readonly DialState[] = ['confirming', 'counting-down', 'placing']

export function createBusyWatch({ ledger, isMine, dial }: Dependencies): BusyWatch {
  const running = new Map<string, CallRecord>()
  const isBusy = (): boolean => {
    const state = dial.get()?.state
    return (state !== undefined && pending.includes(state)) || [...running.values()].some(isMine)
  }
  const told = createLiveValue(false)
  const look = () => told.set(isBusy())
  dial.watch(look)

  function put(call: CallRecord): void {
    if (isOver(call.state)) running.delete(call.id)
    else running.set(call.id, call)
  }

  return {
    // Whose a call is can change without the call: who asks is answered by what is true now.
    current: { get: isBusy, watch: told.watch },
    async start() {
      for (const call of await ledger.listRunningCalls()) put(call)
      look()
    },
    callChanged(call) {
      put(call)
      look()
    },
    callRemoved(callId) {
      running.delete(callId)
      look()
    }
  }
}
