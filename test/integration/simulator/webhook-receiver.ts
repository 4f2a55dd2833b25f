import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

interface ReceivedWebhook {
  readonly method: string
  readonly query: Readonly<Record<string, string>>
  readonly contentType: string | undefined
  readonly body: string
}

/** A server that takes webhooks and answers with the given statuses, then with 200. */
export async function webhookReceiver(...statuses: readonly number[]) {
  const received: ReceivedWebhook[] = []
  const answers = [...statuses]
  const { url } = await serverOnLoopback(async (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    received.push({
      method: request.method ?? '',
      query: Object.fromEntries(searchParams),
      contentType: request.headers['content-type'],
      body: await text(request)
    })
    response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end()
  })
  return {
    url: `${url}/hook`,
    received,
    events: () => received.map(({ body }) => JSON.parse(body)),
    eventNames: () => received.map(({ body }) => JSON.parse(body).event_name)
  }
}

/** A server on a port of its own, closed when the test is over or earlier. */
export async function serverOnLoopback(
  respond: (request: IncomingMessage, response: ServerResponse) => unknown
) {
  const server = createServer((request, response) => void respond(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  onTestFinished(close)
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('a TCP server has an address and a port')
  return { url: `http://127.0.0.1:${address.port}`, port: address.port, close }
}
