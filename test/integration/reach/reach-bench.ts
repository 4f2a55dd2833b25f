import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import { createBoundedLog } from '../../../src/main/core/bounded-log.ts'
import { createSignal, type Signal } from '../../../src/main/core/live-value.ts'
import { createReachService, type ReachService } from '../../../src/main/core/reach/index.ts'
import { createSettingsService, type SettingsService } from '../../../src/main/core/settings/index.ts'
import { createTeamService, type TeamService } from '../../../src/main/core/team/index.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import type { TunnelChoice } from '../../../src/shared/domain/tunnel.ts'
import { InMemoryDocumentStore } from '../../fakes/in-memory-document-store.ts'
import { InMemoryLedger } from '../../fakes/in-memory-ledger.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { recordingNotifier } from '../../fakes/recording-notifier.ts'
import { scriptedFollowers } from '../../fakes/scripted-follower.ts'
import { type ScriptedTeamLink, scriptedTeamLink } from '../../fakes/scripted-team-link.ts'
import { type ScriptedTunnels, scriptedTunnels } from '../../fakes/scripted-tunnels.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

type ReachDependencies = Parameters<typeof createReachService>[0]

/** A computer on which the app can be started again and again. */
export interface Bench {
  readonly ledger: InMemoryLedger
  readonly secrets: InMemorySecretStore
  readonly settings: SettingsService
  readonly tunnels: ScriptedTunnels
  /** The team of the account, whose server and whose stream do what the test says. */
  readonly team: TeamService
  readonly teamLink: ScriptedTeamLink
  readonly followers: ReturnType<typeof scriptedFollowers>
  readonly clock: ManualClock
  readonly log: ReturnType<typeof createRecordingLog>
  readonly notifier: ReturnType<typeof recordingNotifier>
  readonly host: ReturnType<typeof recordingHost>
  readonly resumed: Signal<void>
  /** How many timers wait. */
  readonly timers: () => number
  /** The names of the events that were stored. */
  readonly stored: readonly string[]
  /** How often a gap was told. */
  readonly gaps: () => number
  create(change?: Partial<ReachDependencies>): ReachService
  started(change?: Partial<ReachDependencies>): Promise<ReachService>
  choose(choice: TunnelChoice): void
  /** The port of the listener that a tunnel was opened to last. */
  port(): number
}

export function createBench(): Bench {
  const stored: string[] = []
  let gapCount = 0
  const document = new InMemoryDocumentStore()
  const [clock, log, notifier, host] = [
    countTimers(createManualClock(9_000)),
    createRecordingLog(),
    recordingNotifier(),
    recordingHost()
  ]
  const resumed = createSignal<void>()
  const secrets = new InMemorySecretStore()
  const settings = createSettingsService(new InMemoryDocumentStore(), textByKey)
  const teamLink = scriptedTeamLink()
  const team = createTeamService({
    loadLink: () => Promise.resolve(teamLink),
    document: new InMemoryDocumentStore(),
    secrets,
    settings,
    account: { id: () => 61, hasKeys: () => true, changed: createSignal<void>() },
    clock,
    log,
    t: textByKey
  })
  onTestFinished(() => team.stop())
  const bench: Bench = {
    ledger: new InMemoryLedger(),
    secrets,
    settings,
    team,
    teamLink,
    followers: scriptedFollowers(),
    tunnels: scriptedTunnels({ isUpAtOnce: true }),
    clock,
    log,
    notifier,
    host,
    resumed,
    timers: clock.count,
    stored,
    gaps: () => gapCount,
    create(change = {}) {
      const reach = createReachService({
        ...bench,
        host: { ...host, notifier, resumed },
        t: textByKey,
        document,
        readNetwork: () => '',
        followStream: bench.followers.follow,
        accountId: () => 61,
        isOfOtherAccount: () => false,
        requests: createBoundedLog(100),
        askSimulator: null,
        onGap: () => {
          gapCount += 1
        },
        port: 0,
        onStored: ({ name }) => void stored.push(name),
        random: () => 0.5,
        ...change
      })
      onTestFinished(() => reach.stop())
      return reach
    },
    async started(change) {
      const reach = bench.create(change)
      await reach.start()
      return reach
    },
    choose: (choice) => void bench.settings.update({ tunnel: choice }),
    port: () => bench.tunnels.latest().order.localPort
  }
  return bench
}

/** Not fetch: its Sec-Fetch headers are those of a browser, which the listener does not serve. */
export async function deliver({ current }: ReachService): Promise<number> {
  const outgoing = request(current.get().webhookUrl ?? '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' }
  })
  outgoing.end(JSON.stringify({ event_name: 'CALL_ENDED', account_id: '61', metadata: { call_id: 'c1' } }))
  const [incoming] = await once(outgoing, 'response')
  incoming.resume()
  return incoming.statusCode
}

function countTimers(clock: ManualClock): ManualClock & { readonly count: () => number } {
  const waiting = new Set<object>()
  return {
    ...clock,
    count: () => waiting.size,
    schedule(delayMs, task) {
      const timer = {}
      waiting.add(timer)
      const cancel = clock.schedule(delayMs, () => {
        waiting.delete(timer)
        task()
      })
      return () => {
        waiting.delete(timer)
        cancel()
      }
    }
  }
}

/** Lets time pass in seconds, and each check of a second come to its answer. */
export async function pass({ clock }: Bench, { current }: ReachService, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await clock.advance(1_000)
    await expect.poll(() => current.get().isChecking, { interval: 1 }).toBe(false)
  }
}

/** A reverse proxy of the user's own: `/in/…` leads to the listener. */
export interface Proxy {
  readonly url: string
  /** What it does with each request; null hands it on. */
  misbehave: ((incoming: IncomingMessage, response: ServerResponse) => void) | null
  stop(): Promise<void>
  startAgain(): Promise<void>
}

export async function startProxy(targetPort: () => number): Promise<Proxy> {
  const server: Server = createServer((incoming, response) => {
    if (proxy.misbehave !== null) return proxy.misbehave(incoming, response)
    const outgoing = request({
      host: '127.0.0.1',
      port: targetPort(),
      path: (incoming.url ?? '').replace(/^\/in/, ''),
      method: incoming.method,
      headers: incoming.headers
    })
    outgoing.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    outgoing.on('error', () => response.writeHead(502).end())
    incoming.pipe(outgoing)
  })
  const port = await listenOn(server, 0)
  const proxy: Proxy = {
    url: `http://127.0.0.1:${port}/in`,
    misbehave: null,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    startAgain: async () => void (await listenOn(server, port))
  }
  onTestFinished(() => proxy.stop())
  return proxy
}

/** A port that another program has, until the test is over. */
export async function takenPort(): Promise<number> {
  const other = createServer()
  const port = await listenOn(other, 0)
  onTestFinished(() => void other.close())
  return port
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const other = createServer()
  const port = await listenOn(other, 0)
  other.close()
  await once(other, 'close')
  return port
}

export function isRefused(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true
  )
}

async function listenOn(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
