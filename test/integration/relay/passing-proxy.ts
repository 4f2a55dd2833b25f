import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Stands before a server and passes everything on; gone when the test is over. */
export async function startPassingProxy(port: number) {
  const sockets = new Set<Socket>()
  const server = createServer((from) => {
    const to = connect(port, '127.0.0.1')
    for (const socket of [from, to]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    from.pipe(to).pipe(from)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    url: `nats://127.0.0.1:${address.port}`,
    /** Lets the connections that are open say nothing more, without ending them, as where a machine loses its power. */
    hushThoseThatAreOpen(): void {
      for (const socket of sockets) socket.unpipe().pause()
    }
  }
}
