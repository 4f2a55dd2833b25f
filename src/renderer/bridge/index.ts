export {
  BridgeProvider,
  useBridge,
  useBridgeEvent,
  useConnectionState,
  useHistoryStore,
  useHistoryView
} from './bridge-context.tsx'
export { entryId } from './cache-patches.ts'
export { connectBridge } from './connect-bridge.ts'
export { type BridgeConnection } from './connection.ts'
export { type HistoryRow } from './history-rows.ts'
export { type HistoryView } from './history-store.ts'
export { useCommand, useRequest } from './queries.ts'
export { importProgressKey } from './query-keys.ts'
