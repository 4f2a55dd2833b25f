import { once } from 'node:events'
import type { Server } from 'node:http'

/** How many connections may wait to be taken: a flood of them must not shut the door on an event. */
const backlog = 4_096

export interface ListeningPlace {
  /** An address of this machine. */
  readonly host: string
  /** The one to try first; 0 lets the system choose. */
  readonly port: number
  /** How many ports are tried, one after the other. */
  readonly portCount: number
}

/** Listens on the first free port of a place, and tells which. Throws where all are taken. */
export async function listenOnFreePort(
  server: Server,
  { host, port: preferred, portCount }: ListeningPlace
): Promise<number> {
  for (let port = preferred; port < preferred + portCount; port += 1) {
    if (!(await isListening(server, port, host))) continue
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : port
  }
  throw new Error(
    portCount === 1
      ? `The port ${preferred} is taken by another program.`
      : `The ports ${preferred} to ${preferred + portCount - 1} are all taken by other programs.`
  )
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
