import { describe, expect, it, onTestFinished } from 'vitest'
import { hasNatsServer, startNatsCluster } from './nats-server.ts'
import { numbers, openDesktop, openPublisher, patience, relayUser, users } from './team-under-test.ts'

/** Which calls are in a ledger. What is published again since its answer was lost is stored where it was first, whatever the answer says. */
const kept =
  (calls: () => Promise<readonly number[]>): (() => Promise<readonly number[]>) =>
  async () =>
    (await calls()).toSorted((one, other) => one - other)

describe.skipIf(!hasNatsServer)('Three servers that keep each event three times', () => {
  it('lose none that was acknowledged, with one killed and then another cut off', async () => {
    const servers = await startNatsCluster(3, users)
    onTestFinished(async () => {
      await Promise.all(servers.map((server) => server.remove()))
    })
    const urls = servers.map(({ url }) => url)
    const publisher = await openPublisher(
      urls,
      { ...relayUser, pingInterval: 500, maxPingOut: 2, timeout: 1_000 },
      3
    )
    const desktops = await Promise.all(urls.map((url) => openDesktop({ servers: [url], pingEveryMs: 500 })))
    const [killed, cutOff] = servers
    await publisher.publish(1, 50)
    for (const { calls } of desktops) await expect.poll(kept(calls), patience).toEqual(numbers(1, 50))

    await killed?.kill()
    await publisher.publish(51, 150)
    await killed?.start()
    for (const { calls } of desktops) await expect.poll(kept(calls), patience).toEqual(numbers(1, 150))

    await expect.poll(() => publisher.isWhole().catch(() => false), patience).toBe(true)

    cutOff?.pause()
    await publisher.publish(151, 250)
    cutOff?.resume()
    for (const { calls, follower } of desktops) {
      await expect.poll(kept(calls), patience).toEqual(numbers(1, 250))
      await expect.poll(follower.isCaughtUp.get, patience).toBe(true)
    }
  })
})
