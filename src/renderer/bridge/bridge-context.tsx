import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { EventChannel } from '../../shared/ipc/channels.ts'
import type { EventPayload } from '../../shared/ipc/events.ts'
import type { BridgeConnection, ConnectionState } from './connection.ts'
import { keepQueriesLive } from './live-queries.ts'

const BridgeContext = createContext<BridgeConnection | null>(null)

interface BridgeProviderProps {
  readonly bridge: BridgeConnection
  readonly children: ReactNode
}

/** Gives the page its bridge, and keeps the query cache true to what the bridge tells. */
export function BridgeProvider({ bridge, children }: BridgeProviderProps) {
  const queryClient = useQueryClient()
  useEffect(() => keepQueriesLive(bridge, queryClient), [bridge, queryClient])
  return <BridgeContext value={bridge}>{children}</BridgeContext>
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
