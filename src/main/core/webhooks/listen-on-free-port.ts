import { once } from 'node:events'
import type { Server } from 'node:http'

const maxTries = 10
/** How many connections may wait to be taken: a flood of them must not shut the door on an event. */
const backlog = 4_096

/** Listens on `preferred` or the first free one of the nine after it, and tells which. Throws where all are taken. */
export async function listenOnFreePort(server: Server, preferred: number, host: string): Promise<number> {
  for (let port = preferred; port < preferred + maxTries; port += 1) {
    if (!(await isListening(server, port, host))) continue
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : port
  }
  throw new Error(`The ports ${preferred} to ${preferred + maxTries - 1} are all taken by other programs.`)
}

async function isListening(server: Server, port: number, host: string): Promise<boolean> {
  server.listen(port, host, backlog)
  try {
    await once(server, 'listening')
    return true
  } catch (error) {
    // EACCES: Windows reserves ranges of ports for itself.
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return false
    throw error
  }
}
