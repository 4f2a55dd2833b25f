import { type IncomingHttpHeaders, request } from 'node:http'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createOneTimeLogin } from '../../../src/main/browser/one-time-login.ts'
import { startPageServer } from '../../../src/main/browser/page-server.ts'
import { serveUpgrades } from '../../../src/main/browser/serve-upgrades.ts'
import type { Application } from '../../../src/main/core/application.ts'
import { createWebSocketPages } from '../../../src/main/ipc/websocket-ipc.ts'
import type { PageFile } from '../../../src/main/pages/page-files.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const page = (contentType: string, text: string): PageFile => ({
  contentType,
  styleHashes: [],
  read: () => Buffer.from(text)
})

const files: ReadonlyMap<string, PageFile> = new Map([
  ['/index.html', page('text/html; charset=utf-8', '<!doctype html><title>Voice360</title>')],
  ['/assets/main.js', page('text/javascript; charset=utf-8', 'export {}')]
])

/** The browser host around an application that answers each request with what it was asked; stopped after the test. */
export async function runningHost(answer: Application['answer'] = echo) {
  const login = createOneTimeLogin()
  const pages = createWebSocketPages()
  const { server, origin } = await startPageServer(files, login, 0)
  serveUpgrades({ server, origin, login, pages, answer })
  onTestFinished(() => {
    pages.closeAll()
    server.close()
    server.closeAllConnections()
  })

  // Not fetch: that sets the Host header itself and cleans the path.
  const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const outgoing = request(origin, { path, method, headers }, (incoming) => {
        let body = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (piece: string) => (body += piece))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body })
        )
      })
      outgoing.once('error', reject).end()
    })

  return {
    origin,
    token: login.token,
    cookieName: login.cookieName,
    pages,
    get,
    connectionCount: promisify(server.getConnections.bind(server)),
    /** Opens the one-time address; gives the Cookie header of a page that is let in. */
    async logIn(): Promise<string> {
      const { headers } = await get(`/?token=${login.token}`)
      const cookie = headers['set-cookie']?.[0]?.split(';')[0]
      if (!cookie?.startsWith(`${login.cookieName}=`)) throw new Error('The one-time address gave no cookie')
      return cookie
    },
    /** Asks for a socket; resolves with it, or with the status of the refusal. */
    connect: (
      headers: Readonly<Record<string, string>>,
      path = '/bridge'
    ): Promise<{ readonly socket: WebSocket } | { readonly status: number }> =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers })
        socket.once('open', () => resolve({ socket }))
        socket.once('unexpected-response', (outgoing, { statusCode = 0 }) => {
          outgoing.destroy()
          resolve({ status: statusCode })
        })
        socket.once('error', reject)
      })
  }
}

const echo: Application['answer'] = (channel, args) => Promise.resolve({ ok: true, value: { channel, args } })
