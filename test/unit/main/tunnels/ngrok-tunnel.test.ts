import { describe, expect, onTestFinished, test } from 'vitest'
import type { TunnelTrouble } from '../../../../src/main/core/ports.ts'
import {
  loadInstalledNgrok,
  type NgrokLibrary,
  type NgrokListenerBuilder,
  type NgrokSessionBuilder
} from '../../../../src/main/tunnels/ngrok-library.ts'
import { openNgrokTunnel } from '../../../../src/main/tunnels/ngrok-tunnel.ts'
import { createManualClock, settled } from '../../../fakes/manual-clock.ts'

const authtoken = '2aBcDeFgHiJkLmNoPqRsTuVwXyZ_canaryCanary12'
const given = 'https://a1b2-203-0-113-7.ngrok-free.app'

/** ngrok as its index.d.ts describes it, without ngrok: what it was told, and what a test lets happen. */
function fakeNgrok({
  connect = (): Promise<void> => Promise.resolve(),
  listen = (): Promise<void> => Promise.resolve()
} = {}) {
  const told: Record<string, unknown> = {}
  const handlers = {
    disconnected: (_address: string, _error: string): boolean => true,
    heartbeat: (_latencyMs: number): void => undefined
  }
  const forwarding = Promise.withResolvers<void>()
  const endpoint: NgrokListenerBuilder = {
    domain(domain) {
      told['domain'] = domain
      return this
    },
    async listenAndForward(toUrl) {
      await listen()
      told['toUrl'] = toUrl
      return { url: () => given, join: () => forwarding.promise }
    }
  }
  const builder: NgrokSessionBuilder = {
    authtoken(token) {
      told['authtoken'] = token
      return this
    },
    heartbeatInterval(seconds) {
      told['heartbeatS'] = seconds
      return this
    },
    heartbeatTolerance() {
      return this
    },
    handleDisconnection(handler) {
      handlers.disconnected = handler
      return this
    },
    handleHeartbeat(handler) {
      handlers.heartbeat = handler
      return this
    },
    async connect() {
      await connect()
      return {
        httpEndpoint: () => endpoint,
        close() {
          told['closed'] = Number(told['closed'] ?? 0) + 1
          forwarding.resolve()
          return Promise.resolve()
        }
      }
    }
  }
  const library: NgrokLibrary = { version: '1.7.0', createSessionBuilder: () => builder }
  return { library, handlers, told, stopForwarding: () => forwarding.resolve() }
}

function open(loadNgrok: () => Promise<NgrokLibrary>, domain = '') {
  const clock = createManualClock()
  const events: unknown[] = []
  const tunnel = openNgrokTunnel(
    { clock, loadNgrok },
    { authtoken, domain, localPort: 41_360 },
    {
      onUp: (up) => events.push({ up }),
      onDown: (down: TunnelTrouble) => events.push({ down }),
      onEnded: (ended: TunnelTrouble) => events.push({ ended })
    }
  )
  onTestFinished(() => tunnel.close())
  return { clock, events, close: () => tunnel.close() }
}

describe('A tunnel by ngrok', () => {
  test('is up at the address that ngrok gives', async () => {
    const { library, told } = fakeNgrok()
    const { events } = open(() => Promise.resolve(library))
    expect(events).toEqual([])
    await settled()
    expect(events).toEqual([{ up: given }])
    expect(told).toEqual({ authtoken, heartbeatS: 4, toUrl: 'http://127.0.0.1:41360' })
  })

  test('asks for the reserved domain where there is one', async () => {
    const { library, told } = fakeNgrok()
    open(() => Promise.resolve(library), 'voice.ngrok.app')
    await settled()
    expect(told).toMatchObject({ domain: 'voice.ngrok.app' })
  })

  test('is down when the connection is lost, and up again at the next heartbeat', async () => {
    const { library, handlers } = fakeNgrok()
    const { events } = open(() => Promise.resolve(library))
    await settled()
    expect(handlers.disconnected('connect.ngrok-agent.com:443', `reset for ${authtoken}`)).toBe(true)
    expect(handlers.disconnected('connect.ngrok-agent.com:443', 'reset')).toBe(true)
    handlers.heartbeat(31)
    handlers.heartbeat(31)
    expect(events).toEqual([
      { up: given },
      { down: { code: 'no-connection', detail: 'reset for …' } },
      { up: given }
    ])
  })

  test('is down when nothing is heard of ngrok any more', async () => {
    const { library, handlers } = fakeNgrok()
    const { clock, events } = open(() => Promise.resolve(library))
    await settled()
    await clock.advance(11_000)
    handlers.heartbeat(31)
    await clock.advance(11_000)
    expect(events).toEqual([{ up: given }])
    await clock.advance(1_000)
    expect(events.at(-1)).toEqual({ down: { code: 'no-connection', detail: '' } })
  })

  test('has ended when ngrok no longer forwards', async () => {
    const { library, stopForwarding, told } = fakeNgrok()
    const { events } = open(() => Promise.resolve(library))
    await settled()
    stopForwarding()
    await settled()
    expect(events).toEqual([{ up: given }, { ended: { code: 'ended', detail: '' } }])
    expect(told['closed']).toBe(1)
  })

  test('closed, it tells nothing more', async () => {
    const { library, handlers, told } = fakeNgrok()
    const { clock, events, close } = open(() => Promise.resolve(library))
    await settled()
    await close()
    handlers.heartbeat(31)
    expect(handlers.disconnected('', '')).toBe(true)
    await clock.advance(60_000)
    expect(events).toEqual([{ up: given }])
    expect(told['closed']).toBe(1)
  })

  test('closed while it connects, the connection is closed once it is there', async () => {
    const connecting = Promise.withResolvers<void>()
    const { library, told } = fakeNgrok({ connect: () => connecting.promise })
    const { events, close } = open(() => Promise.resolve(library))
    await settled()
    await close()
    connecting.resolve()
    await settled()
    expect(told).toMatchObject({ closed: 1 })
    expect(told).not.toHaveProperty('toUrl')
    expect(events).toEqual([])
  })
})

describe('One that does not come up', () => {
  test('for want of the library', async () => {
    const { events } = open(() => Promise.reject(new Error('Cannot find module')))
    await settled()
    expect(events).toEqual([{ ended: { code: 'no-program', detail: '' } }])
  })

  test('since ngrok does not take the authtoken, which it is so free as to repeat', async () => {
    const refusal = new Error(
      `failed to connect session: The authtoken ${authtoken.slice(3, 30)} is not valid.\nYour authtoken: ${authtoken}\r\nerror_code: ERR_NGROK_105`
    )
    const { library } = fakeNgrok({ connect: () => Promise.reject(refusal) })
    const { events } = open(() => Promise.resolve(library))
    await settled()
    expect(events).toEqual([
      { ended: { code: 'refused', detail: 'failed to connect session: The authtoken … is not valid.' } }
    ])
  })

  test('since the domain is somebody else’s', async () => {
    const refusal = new Error('failed to start listener: The domain is reserved. error_code: ERR_NGROK_320')
    const { library, told } = fakeNgrok({ listen: () => Promise.reject(refusal) })
    const { events } = open(() => Promise.resolve(library))
    await settled()
    expect(events).toMatchObject([{ ended: { code: 'refused' } }])
    expect(told['closed']).toBe(1)
  })

  test('within half a minute', async () => {
    const { library } = fakeNgrok({ connect: () => new Promise(() => undefined) })
    const { clock, events } = open(() => Promise.resolve(library))
    await clock.advance(29_999)
    expect(events).toEqual([])
    await clock.advance(1)
    expect(events).toEqual([{ ended: { code: 'no-connection', detail: '' } }])
  })
})

test('the real library loads, and where nobody answers says so', async () => {
  const { SessionBuilder } = await import('@ngrok/ngrok')
  const installed = await loadInstalledNgrok()
  expect(installed.version).toMatch(/^\d+\.\d+\.\d+$/)
  // Of this computer, so that nothing goes out; nobody listens there.
  const createSessionBuilder = () => new SessionBuilder().serverAddr('127.0.0.1:1')
  const { events } = open(() => Promise.resolve({ ...installed, createSessionBuilder }))
  await expect
    .poll(() => events, { timeout: 10_000 })
    .toEqual([
      {
        ended: {
          code: 'no-connection',
          detail: 'failed to connect session: failed to establish tcp connection'
        }
      }
    ])
})
