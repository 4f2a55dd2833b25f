import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { RelayMetrics } from './metrics.ts'

export interface AdminServer {
  readonly port: number
  close(): Promise<void>
}

interface Options {
  readonly host: string
  readonly port: number
  /** Why no events can be taken now; null while they can. */
  readonly whyNotReady: () => string | null
  readonly metrics: Pick<RelayMetrics, 'contentType' | 'text'>
}

/** Answers `/healthz` (the process runs), `/readyz` (events are taken) and `/metrics`; never to be reached from the internet. */
export async function startAdminServer({ host, port, whyNotReady, metrics }: Options): Promise<AdminServer> {
  const plain = 'text/plain; charset=utf-8'
  const answers: Readonly<Record<string, () => Promise<readonly [number, string, string]>>> = {
    '/healthz': async () => [200, plain, 'OK\n'],
    '/readyz': async () => {
      const reason = whyNotReady()
      return reason === null ? [200, plain, 'OK\n'] : [503, plain, `${reason}\n`]
    },
    '/metrics': async () => [200, metrics.contentType, await metrics.text()]
  }
  async function respond(method: string, path: string, response: ServerResponse): Promise<void> {
    const answer = method === 'GET' && Object.hasOwn(answers, path) ? answers[path] : undefined
    const [status, type, text] = (await answer?.()) ?? [404, plain, 'Not Found\n']
    response.writeHead(status, { 'Content-Type': type }).end(text)
  }
  const server = createServer(({ method = '', url = '' }, response) => void respond(method, url, response))
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    }
  }
}
