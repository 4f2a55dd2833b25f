export {
  BridgeProvider,
  useBridge,
  useBridgeEvent,
  useConnectionState,
  useHistoryStore,
  useHistoryView
} from './bridge-context.tsx'
export { connectBridge } from './connect-bridge.ts'
export { type BridgeConnection } from './connection.ts'
export { type HistoryRow } from './history-rows.ts'
export { type HistoryView } from './history-store.ts'
export { useCommand, useRequest } from './queries.ts'
export { importProgressKey, messageImportProgressKey } from './query-keys.ts'
export { mostEntriesPerPage } from './read-timeline.ts'
export { callEntryId, entryId, messageEntryId } from './timeline-view.ts'
export { usePolicy, useSetting, useSettings } from './use-settings.ts'
export { useTimeline } from './use-timeline.ts'
