import { connect, type Socket } from 'node:net'

/** A bare connection to a server on this machine, for what no HTTP client would send. */
export interface RawConnection {
  readonly socket: Socket
  /** Everything that came until the server closed the connection. */
  readonly answer: Promise<string>
}

export function openRaw(port: number): RawConnection {
  const socket = connect({ port, host: '127.0.0.1' })
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  // A server that reads no more may reset the connection; what it said before counts.
  socket.on('error', () => {})
  const answer = new Promise<string>((resolve) =>
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
  )
  return { socket, answer }
}

/** Sends a text as it is and answers with all that came back. */
export function sendRaw(port: number, text: string): Promise<string> {
  const { socket, answer } = openRaw(port)
  socket.write(text)
  return answer
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
