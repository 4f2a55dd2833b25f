import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What tells the app who it is and what belongs together: with anything else there it would show nothing at all. */
const keptNames = new Set([
  'presence_id',
  'extension',
  'number',
  'time_zone',
  'status',
  'result',
  'direction'
])

/** A Voice360 between the app and the one at `apiUrl`, which puts the next of `texts` into every text of every answer. */
export async function startHostileVoice360(apiUrl: string, texts: readonly string[]) {
  const { origin, pathname } = new URL(apiUrl)
  let next = 0
  const hostile = () => texts[next++ % texts.length] ?? ''
  const spoil = (name: string, value: unknown): unknown =>
    typeof value === 'string' && !keptNames.has(name) ? `${value.slice(0, 3)}${hostile()}` : value

  const server = createServer((request, response) => void pass(request, response))
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host: _host, ...headers } = request.headers
    const answer = await fetch(`${origin}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(request.method === 'POST' && { body: await bodyOf(request) })
    })
    const body = JSON.stringify(JSON.parse(await answer.text(), spoil))
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    apiUrl: `http://127.0.0.1:${address.port}${pathname}`,
    stop() {
      server.close()
      server.closeAllConnections()
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request.setEncoding('utf8')) body += String(piece)
  return body
}
