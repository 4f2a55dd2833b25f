import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore
} from 'react'
import type { EventChannel } from '../../shared/ipc/channels.ts'
import type { EventPayload } from '../../shared/ipc/events.ts'
import type { BridgeConnection, ConnectionState } from './connection.ts'
import { HistoryStore, type HistoryView } from './history-store.ts'
import { keepQueriesLive } from './live-queries.ts'

const BridgeContext = createContext<BridgeConnection | null>(null)
const HistoryContext = createContext<HistoryStore | null>(null)

interface BridgeProviderProps {
  readonly bridge: BridgeConnection
  readonly children: ReactNode
}

/** Gives the page its bridge, and keeps the query cache and the history true to what the bridge tells. */
export function BridgeProvider({ bridge, children }: BridgeProviderProps) {
  const queryClient = useQueryClient()
  const history = useMemo(() => new HistoryStore(bridge), [bridge])
  useEffect(() => keepQueriesLive(bridge, queryClient, history), [bridge, queryClient, history])
  return (
    <BridgeContext value={bridge}>
      <HistoryContext value={history}>{children}</HistoryContext>
    </BridgeContext>
  )
}

export function useHistoryStore(): HistoryStore {
  const history = useContext(HistoryContext)
  if (!history) throw new Error('useHistoryStore needs a BridgeProvider above it')
  return history
}

/** The history as it is shown now; rendered again after each change of it. */
export function useHistoryView(): HistoryView {
  const history = useHistoryStore()
  return useSyncExternalStore(history.subscribe, history.getView)
}

export function useBridge(): BridgeConnection {
  const bridge = useContext(BridgeContext)
  if (!bridge) throw new Error('useBridge needs a BridgeProvider above it')
  return bridge
}

export function useConnectionState(): ConnectionState {
  const bridge = useBridge()
  return useSyncExternalStore(
    (onChange) => bridge.onStateChange(onChange),
    () => bridge.getState()
  )
}

/** Calls `listener`, as last rendered, on every `channel` event while the component is mounted. */
export function useBridgeEvent<E extends EventChannel>(
  channel: E,
  listener: (payload: EventPayload<E>) => void
): void {
  const bridge = useBridge()
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => bridge.subscribe(channel, (payload) => latest.current(payload)), [bridge, channel])
}
