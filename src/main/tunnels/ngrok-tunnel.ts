import { oneLine } from '../core/one-line.ts'
import type { OpenTunnel, TunnelEvents, TunnelTrouble } from '../core/ports.ts'
import type { NgrokLibrary, NgrokSession } from './ngrok-library.ts'
import { createTunnelVoice, startLimitMs, type TunnelMachine } from './tunnel-machine.ts'

const heartbeatS = 4
const heartbeatToleranceS = 6
/** Three heartbeats without an answer: the way is dead, whether ngrok has noticed or not. */
const silenceLimitMs = 12_000

const lost: TunnelTrouble = { code: 'no-connection', detail: '' }

/** ngrok, in this very process. Without a domain ngrok gives an address of its own. */
export function openNgrokTunnel(
  machine: Pick<TunnelMachine, 'clock' | 'loadNgrok'>,
  order: { readonly authtoken: string; readonly domain: string; readonly localPort: number },
  events: TunnelEvents
): OpenTunnel {
  const { clock } = machine
  const voice = createTunnelVoice(events)
  let session: NgrokSession | null = null
  let address: string | null = null
  let isOver = false
  let cancelSilence = (): void => undefined

  const closeSession = async (): Promise<void> => {
    const open = session
    session = null
    // A session that is lost already cannot be closed.
    await open?.close().catch(() => undefined)
  }
  const finish = async (): Promise<void> => {
    isOver = true
    cancelLimit()
    cancelSilence()
    await closeSession()
  }
  const end = async (trouble: TunnelTrouble): Promise<void> => {
    if (isOver) return
    await finish()
    voice.end(trouble)
  }
  const hear = (): void => {
    if (isOver || address === null) return
    voice.up(address)
    cancelSilence()
    cancelSilence = clock.schedule(silenceLimitMs, () => voice.down(lost))
  }
  const cancelLimit = clock.schedule(startLimitMs, () => void end(lost))

  const connect = async (library: NgrokLibrary): Promise<void> => {
    session = await library
      .createSessionBuilder()
      .authtoken(order.authtoken)
      .heartbeatInterval(heartbeatS)
      .heartbeatTolerance(heartbeatToleranceS)
      .handleDisconnection((_address, error) => {
        if (!isOver) voice.down({ code: 'no-connection', detail: oneLine(error, order.authtoken) })
        return true
      })
      .handleHeartbeat(hear)
      .connect()
    if (isOver) return closeSession()
    const endpoint = session.httpEndpoint()
    if (order.domain !== '') endpoint.domain(order.domain)
    const listener = await endpoint.listenAndForward(`http://127.0.0.1:${order.localPort}`)
    const url = listener.url()
    if (url === null) return end(lost)
    cancelLimit()
    address = url
    hear()
    await listener.join()
    await end({ code: 'ended', detail: '' })
  }
  const run = async (): Promise<void> => {
    const library = await machine.loadNgrok().catch(() => null)
    if (isOver) return
    if (!library) return end({ code: 'no-program', detail: '' })
    await connect(library).catch((error: unknown) => end(troubleOf(error, order.authtoken)))
  }
  void run()

  return {
    async close() {
      voice.hush()
      await finish()
    }
  }
}

/** ngrok's own errors have a code in their message, `error_code: ERR_NGROK_105`; the others are the network's. */
function troubleOf(error: unknown, authtoken: string): TunnelTrouble {
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: /\bERR_NGROK_\d+/.test(message) ? 'refused' : 'no-connection',
    detail: oneLine(message, authtoken)
  }
}
