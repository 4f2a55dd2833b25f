import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { argv, env, exit } from 'node:process'

/**
 * A cloudflared without Cloudflare: prints what the real one prints (the sources are named in cloudflared-log.ts) and answers /ready.
 * FAKE_CLOUDFLARED says how it behaves; what it was started with it writes into the file FAKE_CLOUDFLARED_REPORT. While it runs, it
 * takes orders of the test: `POST /lose?index=0`, `/connect?index=0`, `/forget` (not ready, without a word), `/hang`, `/exit`.
 */
export interface FakeReport {
  readonly args: readonly string[]
  readonly variables: Readonly<Record<string, string>>
  readonly origin: string
  /** It was told to end. */
  readonly isEnding: boolean
}

// The first is the test's folder, by which its processes are known.
const args = argv.slice(3)
const behaviour = env['FAKE_CLOUDFLARED'] ?? 'connects'
const isNamed = args.includes('run')
const say = (line: string): void =>
  void process.stderr.write(`${new Date().toISOString().slice(0, 19)}Z ${line}\n`)
const sayPlain = (line: string): void => void process.stderr.write(`${line}\n`)

if (args.includes('--version')) {
  if (behaviour === 'hangs') setInterval(() => undefined, 1_000)
  else console.log('cloudflared version 2026.7.0 (built 2026-07-01-1200 UTC)')
} else if (behaviour === 'hangs') {
  setInterval(() => undefined, 1_000)
} else if (behaviour === 'knows no network') {
  say('INF Requesting new quick Tunnel on trycloudflare.com...')
  sayPlain(
    'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com: no such host'
  )
  exit(1)
} else if (behaviour === 'refuses the token') {
  sayPlain(`Provided Tunnel token is not valid.\nSee 'cloudflared tunnel run --help'.`)
  exit(255)
} else {
  runTunnel()
}

function runTunnel(): void {
  const connected = new Set<number>()
  let isHanging = false
  let origin = ''

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const index = Number(searchParams.get('index') ?? 0)
    if (request.method === 'GET' && pathname === '/ready') {
      if (isHanging) return
      const status = connected.size > 0 ? 200 : 503
      response.writeHead(status).end(JSON.stringify({ status, readyConnections: connected.size }))
      return
    }
    if (pathname === '/connect') connect(index)
    if (pathname === '/lose') lose(index)
    if (pathname === '/forget') connected.clear()
    if (pathname === '/hang') isHanging = true
    response.end(() => {
      if (pathname === '/exit') exit(1)
    })
  })

  function connect(index: number): void {
    connected.add(index)
    say(
      `INF Registered tunnel connection connIndex=${index} connection=${randomUUID()} event=0 ip=198.41.200.113 location=ams07 protocol=quic`
    )
  }
  function lose(index: number): void {
    connected.delete(index)
    const reason = 'error="timeout: no recent network activity"'
    say(`INF Unregistered tunnel connection connIndex=${index} event=0 ip=198.41.200.113`)
    say(`ERR Failed to serve quic connection ${reason} connIndex=${index} event=0 ip=198.41.200.113`)
    say(`ERR Serve tunnel error ${reason} connIndex=${index} event=0 ip=198.41.200.113`)
    say(`INF Retrying connection in up to 1s connIndex=${index} event=0 ip=198.41.200.113`)
    say(`ERR Connection terminated ${reason} connIndex=${index}`)
  }

  if (!isNamed) {
    say('INF Requesting new quick Tunnel on trycloudflare.com...')
    say('INF +----------------------------------------------------------------+')
    say('INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |')
    say('INF |  https://four-plain-words-here.trycloudflare.com                |')
    say('INF +----------------------------------------------------------------+')
    say('ERR Cannot determine default origin certificate path. No file cert.pem in [~/.cloudflared]')
  }
  say('INF Version 2026.7.0')
  say('INF Settings: map[metrics:127.0.0.1:0 no-autoupdate:true token:*****]')
  server.listen(0, '127.0.0.1', () => {
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
    origin = `http://${address}`
    report(origin)
    say(`INF Starting metrics server on ${address}/metrics`)
    if (behaviour.startsWith('is unauthorized'))
      say(
        `ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0`
      )
    else if (behaviour === 'retries')
      say(
        'ERR Unable to establish connection with Cloudflare edge error="TLS handshake with edge error: i/o timeout" connIndex=0'
      )
    else connect(0)
  })
  // As the real one: says goodbye, then waits its grace, which was asked to be short.
  process.once('SIGTERM', () => {
    say('INF Initiating graceful shutdown due to signal terminated ...')
    if (behaviour.endsWith('slow to end')) report(origin, true)
    else exit(0)
  })
}

function report(origin: string, isEnding = false): void {
  const file = env['FAKE_CLOUDFLARED_REPORT']
  if (file === undefined) return
  const variables = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith('TUNNEL_') && value ? [[name, value]] : []
    )
  )
  writeFileSync(file, JSON.stringify({ args, variables, origin, isEnding } satisfies FakeReport))
}
