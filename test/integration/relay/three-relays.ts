import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { startTeamServers } from './team-servers.ts'

interface Told {
  readonly leads: boolean
  readonly atMs: number
}
export interface RelayProcess {
  readonly name: string
  readonly child: ChildProcess
  readonly told: Told[]
  readonly leads: () => boolean
}

/** A lease that nobody gives up lasts for eight real seconds. */
export const patience = { timeout: 20_000, interval: 20 }

async function startRelay(
  name: string,
  servers: Awaited<ReturnType<typeof startTeamServers>>
): Promise<RelayProcess> {
  const { nats, simulator } = servers
  const child = fork(join(import.meta.dirname, 'leading-relay.ts'), [
    nats.url,
    name,
    simulator.apiUrl,
    String(simulator.accountId),
    simulator.keys.developer
  ])
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGCONT')
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const told: Told[] = []
  child.on('message', (message: Told) => told.push(message))
  await once(child, 'message')
  return { name, child, told, leads: () => told.at(-1)?.leads ?? false }
}

/** Three relay processes beside a Voice360 and a JetStream; ended when the test is over. */
export async function startThreeRelays() {
  const servers = await startTeamServers()
  const relays = await Promise.all(['a', 'b', 'c'].map((name) => startRelay(name, servers)))
  const leaderBeside = async (...others: readonly RelayProcess[]): Promise<RelayProcess> => {
    const rest = relays.filter((relay) => !others.includes(relay))
    await expect.poll(() => rest.filter(({ leads }) => leads()).length, patience).toBe(1)
    const [leader] = rest.filter(({ leads }) => leads())
    if (leader === undefined) throw new Error('Nobody leads')
    return leader
  }
  const requestCount = async () => (await servers.presenceRequests()).length
  const moreRequests = async (count = 1) => {
    const before = await requestCount()
    await expect.poll(requestCount, patience).toBeGreaterThanOrEqual(before + count)
  }
  /** The shortest time between two requests; the leader leaves four seconds, or a tenth less. */
  const shortestGapMs = async () => {
    const times = (await servers.presenceRequests()).map(({ at_ms }) => at_ms)
    return Math.min(...times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0)))
  }
  return { ...servers, leaderBeside, moreRequests, shortestGapMs }
}
