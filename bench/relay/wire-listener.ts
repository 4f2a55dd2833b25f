import { connect } from 'node:net'

interface Place {
  /** `nats://HOST:PORT` */
  readonly server: string
  readonly user: string
  readonly password: string
  readonly subject: string
}

/** Whatever comes is looked at before the next is read: all connections can share it. */
const buffer = Buffer.alloc(256 * 1024)

/**
 * The least that a NATS client can do: listens to one subject and hands over what comes, which is gone afterwards. It costs the server
 * what any other client does, and this process little, so that a thousand of them do not measure themselves.
 */
export function listenOnWire(
  { server, user, password, subject }: Place,
  onMessage: (data: Buffer) => void
): Promise<() => Promise<void>> {
  const { hostname, port } = new URL(server)
  let rest = Buffer.alloc(0)
  return new Promise((resolve, reject) => {
    let hasEnded = (): void => undefined
    const ended = new Promise<void>((end) => (hasEnded = end))
    const socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer,
        callback(size, bytes) {
          const came = Buffer.from(bytes.buffer, bytes.byteOffset, size)
          const all = rest.length === 0 ? came : Buffer.concat([rest, came])
          const read = readFrames(all, { onMessage, onLine })
          rest = read === all.length ? rest.subarray(0, 0) : Buffer.from(all.subarray(read))
          return true
        }
      }
    })

    function onLine(line: string): void {
      if (line.startsWith('INFO ')) {
        const options = {
          verbose: false,
          pedantic: false,
          headers: true,
          no_responders: true,
          user,
          pass: password
        }
        socket.write(`CONNECT ${JSON.stringify(options)}\r\nSUB ${subject} 1\r\nPING\r\n`)
      } else if (line === 'PING') socket.write('PONG\r\n')
      else if (line === 'PONG') {
        resolve(() => {
          socket.destroy()
          return ended
        })
      } else if (line.startsWith('-ERR')) socket.destroy(new Error(line))
    }
    socket.on('error', reject).on('close', () => hasEnded())
  })
}

interface FrameReader {
  readonly onMessage: (data: Buffer) => void
  readonly onLine: (line: string) => void
}

const newLine = 10
const [letterH, letterM] = [72, 77]

/** Hands over each whole frame of NATS's protocol; answers where the first begins that is not whole. */
function readFrames(bytes: Buffer, { onMessage, onLine }: FrameReader): number {
  let start = 0
  for (;;) {
    const end = bytes.indexOf(newLine, start)
    if (end === -1) return start
    const line = bytes.toString('latin1', start, end - 1)
    const isMessage = bytes[start] === letterM || bytes[start] === letterH
    if (!isMessage) {
      onLine(line)
      start = end + 1
      continue
    }
    // MSG SUBJECT ID [REPLY] SIZE, and HMSG SUBJECT ID [REPLY] HEADERS SIZE
    const parts = line.split(' ')
    const size = Number(parts.at(-1))
    const headers = bytes[start] === letterH ? Number(parts.at(-2)) : 0
    const dataEnd = end + 1 + size
    if (dataEnd + 2 > bytes.length) return start
    onMessage(bytes.subarray(end + 1 + headers, dataEnd))
    start = dataEnd + 2
  }
}
