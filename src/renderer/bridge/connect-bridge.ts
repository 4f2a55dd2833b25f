import type { Bridge } from '../../shared/ipc/bridge.ts'
import { alwaysConnected, type BridgeConnection } from './connection.ts'
import { WebSocketBridge } from './web-socket-bridge.ts'

declare global {
  interface Window {
    /** The preload's bridge; absent in a browser tab. */
    readonly voice360?: Bridge
  }
}

/** The way to the main process that this page's host offers. */
export function connectBridge(): BridgeConnection {
  if (window.voice360) return alwaysConnected(window.voice360)
  const url = new URL('/bridge', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocketBridge(() => new WebSocket(url))
}
