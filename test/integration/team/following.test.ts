import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { hasNatsServer, startNatsServer } from './nats-server.ts'
import { openSlowWay } from './slow-way.ts'
import {
  asStored,
  numbers,
  openDesktop,
  openPublisher,
  patience,
  relayUser,
  users
} from './team-under-test.ts'

async function openTeam(config = '') {
  const server = await startNatsServer({ config: `${users}\n${config}` })
  onTestFinished(() => server.remove())
  const publisher = await openPublisher([server.url], relayUser)
  return { server, servers: [server.url], publisher }
}

function ledgerFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'following-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'ledger.db')
}

describe.skipIf(!hasNatsServer)('A desktop that follows the events', () => {
  it('has what came while it was off and what comes live, in order, each once, and nothing of others', async () => {
    const { servers, publisher } = await openTeam()
    const file = ledgerFile()
    await publisher.publish(1, 30)
    await publisher.publishOther()
    const first = await openDesktop({ servers, file })
    await expect.poll(first.follower.isCaughtUp.get, patience).toBe(true)
    await publisher.publish(31, 40)
    await expect.poll(first.calls, patience).toEqual(numbers(1, 40))
    await first.stop()
    await publisher.publish(41, 1_200)
    const next = await openDesktop({ servers, file })
    await expect.poll(next.follower.isCaughtUp.get, patience).toBe(true)
    expect(await next.calls()).toEqual(numbers(1, 1_200))
  })

  it('catches up when the server was killed and started again, with what was stored before and after', async () => {
    const { server, servers, publisher } = await openTeam()
    const desktop = await openDesktop({ servers })
    await publisher.publish(1, 10)
    await expect.poll(desktop.calls, patience).toEqual(numbers(1, 10))
    await server.kill()
    await expect.poll(() => desktop.states.at(-1)?.state, patience).toBe('disconnected')
    expect(desktop.follower.isCaughtUp.get()).toBe(false)
    await server.start()
    const later = await publisher.publish(11, 60)
    await expect.poll(desktop.calls, patience).toEqual([...numbers(1, 10), ...asStored(later)])
    await expect.poll(desktop.follower.isCaughtUp.get, patience).toBe(true)
  })

  it('that is too slow for the server is cut off, comes back and has everything', async () => {
    const { server, publisher } = await openTeam('write_deadline: "200ms"\nmax_pending: 8000000')
    const way = await openSlowWay(server.port)
    const desktop = await openDesktop({ servers: [way.url], pingEveryMs: 60_000 })
    await expect.poll(desktop.follower.isCaughtUp.get, patience).toBe(true)
    way.holdUp()
    // More than what lies in the buffers of the system between them.
    const published = await publisher.publish(1, 220, 'x'.repeat(100_000))
    await expect.poll(server.said, patience).toContain('Slow Consumer')
    way.letGo()
    await expect.poll(() => desktop.states.map(({ state }) => state), patience).toContain('disconnected')
    await expect.poll(desktop.calls, patience).toEqual(asStored(published))
    await expect.poll(desktop.follower.isCaughtUp.get, patience).toBe(true)
  })

  it('has an event that was published twice once', async () => {
    const { servers, publisher } = await openTeam()
    const desktop = await openDesktop({ servers })
    await publisher.publish(1, 5)
    const again = await publisher.publish(1, 5)
    expect(again.every(({ isDuplicate }) => isDuplicate)).toBe(true)
    await publisher.publish(6, 6)
    await expect.poll(desktop.calls, patience).toEqual(numbers(1, 6))
  })
})
