import { type ServerResponse, STATUS_CODES } from 'node:http'

export interface Answer {
  readonly status: number
  /** Names and values by turns, as node:http writes them fastest. */
  readonly headers: string[]
  readonly sentence: string
  /** The sentence as a line. */
  readonly text: string
}

function answer(status: number, sentence: string, ...headers: readonly string[]): Answer {
  const text = `${sentence}\n`
  const length = String(Buffer.byteLength(text))
  const plain = ['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', length]
  return { status, sentence, text, headers: [...plain, ...headers] }
}

/** An answer that comes before the body was read, and closes the connection rather than read it. */
const refusal = (status: number, sentence: string): Answer => answer(status, sentence, 'Connection', 'close')

export const answers = {
  ok: answer(200, 'OK'),
  malformed: refusal(400, 'This is not an HTTP request.'),
  brokenOff: refusal(400, 'The request broke off before its end.'),
  forgedTest: answer(400, 'This test event is unknown here, or came before.'),
  severalHosts: refusal(400, 'There must be exactly one Host header.'),
  otherAccount: answer(403, 'This address takes the webhooks of another account.'),
  /** All that somebody learns who does not know the address, comes from elsewhere, or is a browser. */
  notFound: refusal(404, 'Not Found'),
  tooSlow: refusal(408, 'The request came too slowly.'),
  tooLarge: refusal(413, 'The body is larger than 64 KiB.'),
  encoded: refusal(415, 'The body must come as it is, not compressed.'),
  headTooLarge: refusal(431, 'The headers are too large.'),
  unavailable: answer(503, 'The event could not be stored. Try again.', 'Retry-After', '5')
} as const satisfies Record<string, Answer>

/** For a request that was read and is no event. */
export const notAnEvent = (why: string): Answer => answer(400, why)

export function send(response: ServerResponse, { status, headers, text }: Answer): void {
  response.writeHead(status, headers)
  response.end(text)
}

/** An answer as it goes over the wire, for where node:http gives a bare socket. */
export function wireText({ status, headers, text }: Answer): string {
  const pairs = [...headers, 'Date', new Date().toUTCString()]
  const lines = pairs.flatMap((name, index) => (index % 2 === 0 ? `${name}: ${pairs[index + 1]}\r\n` : []))
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`
}
