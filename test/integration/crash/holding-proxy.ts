import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

/**
 * Stands before the API and passes everything on, but for the answer to one request: that it keeps, and tells once the API has
 * given it.
 */
export async function startHoldingProxy(apiUrl: string) {
  const target = new URL(apiUrl)
  const posts: string[] = []
  let heldPost = 0
  const held = Promise.withResolvers<void>()

  const server = createServer((incoming, outgoing) => {
    const pieces: Buffer[] = []
    incoming.on('data', (piece: Buffer) => pieces.push(piece))
    incoming.on('end', () => void pass())

    async function pass(): Promise<void> {
      const { method = 'GET', url = '/', headers } = incoming
      const body = Buffer.concat(pieces).toString()
      const isPost = method === 'POST'
      if (isPost) posts.push(body)
      const mine = posts.length
      const answer = await fetch(new URL(url, target), {
        method,
        headers: {
          'x-api-key': String(headers['x-api-key'] ?? ''),
          ...(isPost && { 'content-type': 'application/json' })
        },
        ...(isPost && { body })
      })
      const text = await answer.text()
      if (isPost && mine === heldPost) return held.resolve()
      outgoing.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    apiUrl: `http://127.0.0.1:${address.port}${target.pathname}`,
    /** The answer to the `nth` POST is kept; resolves when it would have been given. */
    holdAnswer(nth: number): Promise<void> {
      heldPost = nth
      return held.promise
    }
  }
}
