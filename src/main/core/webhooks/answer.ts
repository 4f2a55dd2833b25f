import { type ServerResponse, STATUS_CODES } from 'node:http'

export interface Answer {
  readonly status: number
  /** Names and values by turns, as node:http writes them fastest. */
  readonly headers: string[]
  readonly text: string
}

export function answer(status: number, text: string, ...headers: readonly string[]): Answer {
  const plain = [
    'Content-Type',
    'text/plain; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(text))
  ]
  return { status, text, headers: [...plain, ...headers] }
}

/** An answer that comes before the body was read, and closes the connection rather than read it. */
const refusal = (status: number, text: string): Answer => answer(status, text, 'Connection', 'close')

export const answers = {
  stored: answer(200, 'OK\n'),
  severalHosts: refusal(400, 'There must be exactly one Host header.\n'),
  notFound: refusal(404, 'Not Found\n'),
  tooLarge: refusal(413, 'The body is larger than 64 KiB.\n'),
  encoded: refusal(415, 'The body must come without Content-Encoding.\n'),
  unavailable: answer(503, 'The event could not be stored. Try again.\n', 'Retry-After', '5')
} as const satisfies Record<string, Answer>

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
