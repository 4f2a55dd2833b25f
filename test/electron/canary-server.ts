import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A place outside of the app that a page would like to talk to; whoever connects or sends a packet is noted. */
export async function startCanaryServer() {
  const visits: string[] = []
  const tcp = createServer((socket) => {
    visits.push('a connection')
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      visits.push(data.toString('latin1').slice(0, 60))
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\naccess-control-allow-origin: *\r\n\r\n')
    })
  })
  const udp = createSocket('udp4')
  udp.on('message', () => visits.push('a packet'))
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const address = tcp.address()
  if (address === null || typeof address === 'string') throw new Error('The canary has no port')
  udp.bind(address.port, '127.0.0.1')
  await once(udp, 'listening')
  return {
    host: `127.0.0.1:${address.port}`,
    visits: visits as readonly string[],
    stop() {
      tcp.close()
      udp.close()
    }
  }
}
