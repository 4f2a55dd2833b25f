import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createQuickClock } from '../../fakes/quick-clock.ts'
import { middleOfEvents, overwrite } from '../faults/damage.ts'
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

  it('starts again where an older copy of the stream took its place, and has what comes then', async () => {
    const { server, servers, publisher } = await openTeam()
    const [stored, copy] = [join(server.folder, 'jetstream'), join(server.folder, 'copy')]
    await publisher.publish(1, 10)
    await server.stop()
    cpSync(stored, copy, { recursive: true })
    await server.start()
    let lastSeq = 30
    const clock = createQuickClock(20)
    const desktop = await openDesktop({ servers, clock, lastSeq: () => lastSeq })
    const before = [...numbers(1, 10), ...asStored(await publisher.publish(11, 30))]
    await expect.poll(desktop.calls, patience).toEqual(before)
    await server.stop()
    rmSync(stored, { recursive: true })
    cpSync(copy, stored, { recursive: true })
    await server.start()
    const after = await publisher.publish(31, 35)
    lastSeq = Math.max(...after.map(({ seq }) => seq))
    expect(lastSeq).toBe(15)
    await expect.poll(desktop.calls, patience).toEqual([...before, ...asStored(after)])
    await publisher.publish(36, 36)
    await expect.poll(async () => (await desktop.calls()).at(-1), patience).toBe(36)
    await expect.poll(desktop.follower.isCaughtUp.get, patience).toBe(true)
  })

  it('has what was lost with a damaged ledger again as soon as that is replaced', async () => {
    const { servers, publisher } = await openTeam()
    const file = ledgerFile()
    const first = await openDesktop({ servers, file })
    await publisher.publish(1, 100, 'x'.repeat(200))
    // Then all is projected, and no event is read when it is opened again.
    const projected = async () => (await first.ledger.listRunningCalls()).length
    await expect.poll(projected, patience).toBe(100)
    await first.stop()
    const damagedAt = middleOfEvents(file) + 200

    const next = await openDesktop({ servers, file })
    await expect.poll(next.follower.isCaughtUp.get, patience).toBe(true)
    overwrite(file, damagedAt, new Uint8Array(64))
    await publisher.publish(101, 105)
    await expect.poll(async () => (await next.ledger.countEvents()).count, patience).toBe(105)
    await expect(next.calls()).rejects.toMatchObject({ name: 'LedgerUnavailable' })
    const calls = async () => (await next.calls().catch(() => [])).toSorted((one, other) => one - other)
    await expect.poll(calls, patience).toEqual(numbers(1, 105))
    expect(next.ledger.recovered.get()?.keptEvents).toBeLessThan(100)
  })
})
