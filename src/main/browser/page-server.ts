import { createServer, type IncomingMessage, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { PageFile } from '../pages/page-files.ts'
import { pageHeaders } from '../pages/page-headers.ts'
import type { OneTimeLogin } from './one-time-login.ts'

const closed =
  'This address opens the app once. Start it again for a new one, as before: npm start -- --browser, or npm run demo\n'

export interface PageServer {
  readonly server: Server
  /** `http://127.0.0.1:PORT`: what Host and Origin must say. */
  readonly origin: string
}

/**
 * Serves the pages to one browser tab on this machine. A request must name exactly this host, which keeps other names that
 * resolve to loopback out, and bring the cookie that the one-time address gave.
 */
export async function startPageServer(
  files: ReadonlyMap<string, PageFile>,
  login: OneTimeLogin,
  port: number
): Promise<PageServer> {
  const app = new Hono()
  let origin = ''

  app.use(async (context, next) => {
    if (`http://${context.req.header('host')}` !== origin) return context.text('Not found\n', 404)
    setHeaders(context, pageHeaders("'self'"))
    return await next()
  })
  app.get('/', (context, next) => {
    const token = context.req.query('token')
    if (token === undefined) return next()
    const cookie = login.redeem(token)
    if (cookie !== null) {
      setCookie(context, login.cookieName, cookie, { httpOnly: true, sameSite: 'Strict', path: '/' })
    }
    return context.redirect('/')
  })
  app.get('*', (context) => {
    if (!login.isLoggedIn(getCookie(context, login.cookieName))) return context.text(closed, 403)
    const file = files.get(context.req.path === '/' ? '/index.html' : context.req.path)
    if (!file) return context.text('Not found\n', 404)
    setHeaders(context, pageHeaders("'self'", file))
    return context.body(file.read(), 200, { 'Content-Type': file.contentType, 'Cache-Control': 'no-cache' })
  })
  app.notFound((context) => context.text('Not found\n', 404))

  const listener = getRequestListener(app.fetch)
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The page server has no port')
  origin = `http://127.0.0.1:${address.port}`
  return { server, origin }
}

/** Whether an upgrade request comes from the page of this very server, with its cookie. */
export function isFromOurPage(request: IncomingMessage, origin: string, login: OneTimeLogin): boolean {
  const cookies = new Map(
    (request.headers.cookie ?? '').split(';').map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
    })
  )
  return (
    `http://${request.headers.host}` === origin &&
    request.headers.origin === origin &&
    login.isLoggedIn(cookies.get(login.cookieName))
  )
}

function setHeaders(context: Context, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
}
