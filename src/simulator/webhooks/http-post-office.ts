import http from 'node:http'
import https from 'node:https'
import type { EncodedWebhook } from './encoding.ts'

export type AttemptResult = { readonly status: number } | { readonly error: string }

/** Carries one webhook to its URL and says what became of it. */
export interface PostOffice {
  carry(webhook: EncodedWebhook): Promise<AttemptResult>
  close(): void
}

/** Redirects are not followed: a 3xx is the answer. */
export class HttpPostOffice implements PostOffice {
  readonly #timeoutMs: number
  readonly #agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 64 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 64 })
  }

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs
  }

  async carry({ url, method, headers, body }: EncodedWebhook): Promise<AttemptResult> {
    const { promise, resolve } = Promise.withResolvers<AttemptResult>()
    const { request, agent } =
      url.protocol === 'https:'
        ? { request: https.request, agent: this.#agents['https:'] }
        : { request: http.request, agent: this.#agents['http:'] }
    const signal = AbortSignal.timeout(this.#timeoutMs)
    const outgoing = request(url, {
      method,
      agent,
      signal,
      headers: { 'user-agent': 'Voice360-Webhooks/3', ...headers }
    })
    outgoing.on('response', (response) => {
      response.on('error', () => resolve({ error: 'the answer broke off' }))
      // The status is the answer; the body is read so that the connection can be used again.
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }))
      response.resume()
    })
    outgoing.on('error', (error) =>
      resolve({ error: signal.aborted ? `no answer within ${this.#timeoutMs} ms` : error.message })
    )
    outgoing.end(body)
    return promise
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy()
  }
}
