import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

export interface Load {
  readonly port: number
  readonly path: string
  readonly connections: number
  readonly requests: number
  /** Makes the ids of this load differ from those of every other. */
  readonly prefix: string
  /** So many become due each second, whatever is answered meanwhile; without it, the next is due as soon as a connection is free. */
  readonly perSecond?: number | undefined
}

export interface LoadResult {
  readonly elapsedMs: number
  /** From when each was due: what had to wait for a free connection, or was sent late, counts. */
  readonly latenciesMs: readonly number[]
  readonly refused: number
}

const header = (path: string, body: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`

/** Calls and messages by turns, each one new. */
function bodyOf(prefix: string, index: number): string {
  const isCall = index % 2 === 0
  const id = `${prefix}-${index}`
  const from_number = `+1415555${String(1_000 + (index % 200))}`
  const numbers = { from_number, to_number: '+15559876543' }
  return JSON.stringify({
    event_name: isCall ? 'INCOMING_EXTERNAL_CALL' : 'SMS_RECEIVED',
    account_id: '61',
    timestamp: Math.floor(Date.now() / 1000),
    metadata: isCall
      ? { ...numbers, call_id: id }
      : { ...numbers, message_id: id, body: 'Hello, this is a test' }
  })
}

/** Posts from bare sockets, one request at a time on each, so that most of the machine is left to the server. */
async function generate({ port, path, connections, requests, prefix, perSecond }: Load): Promise<LoadResult> {
  const texts = Array.from({ length: requests }, (_, index) => {
    const body = bodyOf(prefix, index)
    return header(path, body) + body
  })
  const latenciesMs: number[] = []
  let next = 0
  let refused = 0

  const drive = (socket: Socket): Promise<void> =>
    new Promise((resolve, reject) => {
      let dueAtMs = 0
      const post = (): void => {
        const index = next
        const text = texts[index]
        next += 1
        if (text === undefined) return void socket.end(() => resolve())
        const nowMs = performance.now()
        dueAtMs = perSecond === undefined ? nowMs : startedAtMs + (index / perSecond) * 1_000
        if (dueAtMs <= nowMs) return void socket.write(text)
        setTimeout(() => {
          // Timers may be early.
          dueAtMs = Math.min(dueAtMs, performance.now())
          socket.write(text)
        }, dueAtMs - nowMs)
      }
      // Every answer is small enough to come in one piece.
      socket.on('data', (answer) => {
        latenciesMs.push(performance.now() - dueAtMs)
        if (!answer.toString('latin1', 0, 12).endsWith(' 200')) refused += 1
        post()
      })
      socket.on('error', reject)
      post()
    })

  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)))
  const startedAtMs = performance.now()
  await Promise.all(sockets.map(drive))
  return { elapsedMs: performance.now() - startedAtMs, latenciesMs, refused }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  return socket
}

const load: Load = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
parentPort?.postMessage(await generate(load))
