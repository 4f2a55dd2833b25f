import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { maxImportLength } from '../../shared/domain/contact.ts'
import type { Application } from '../core/application.ts'
import type { OneTimeLogin } from './one-time-login.ts'
import { isFromOurPage } from './page-server.ts'

/**
 * A file to import, as JSON in UTF-8: at most three bytes for a unit of UTF-16 that is text, and room for the request around
 * it. So much memory is nobody's to take but our own page's: whoever lacks its cookie, Host and Origin never gets a socket.
 */
const largestFrameBytes = 3 * maxImportLength + 1024 * 1024

interface Upgrades {
  readonly server: Server
  readonly origin: string
  readonly login: OneTimeLogin
  readonly pages: { serve(socket: WebSocket, answer: Application['answer']): void }
  readonly answer: Application['answer']
}

/** Turns upgrade requests of our own page into sockets that speak the contract; all others are refused. */
export function serveUpgrades({ server, origin, login, pages, answer }: Upgrades): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrameBytes })
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/bridge' || !isFromOurPage(request, origin, login)) {
      // An upgraded socket is nobody's but ours: without a listener, a stranger's reset would end the app.
      socket.on('error', () => socket.destroy())
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy())
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => pages.serve(webSocket, answer))
  })
}
