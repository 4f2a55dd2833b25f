import { expect, test } from 'vitest'
import { hasNatsServer } from '../team/nats-server.ts'
import { patience, startThreeRelays } from './three-relays.ts'

test.skipIf(!hasNatsServer)(
  'of three relays one asks Voice360; when it is killed another does within 10 s, and when that ends another at once',
  async () => {
    const { leaderBeside, moreRequests, presenceRequests, shortestGapMs } = await startThreeRelays()
    const first = await leaderBeside()
    await moreRequests()
    const killedAtMs = Date.now()
    first.child.kill('SIGKILL')
    const second = await leaderBeside(first)
    const lastAtMs = async () => (await presenceRequests()).at(-1)?.at_ms ?? 0
    await expect.poll(lastAtMs, patience).toBeGreaterThan(killedAtMs + 1_000)
    expect((await lastAtMs()) - killedAtMs).toBeLessThanOrEqual(10_000)
    expect(await shortestGapMs()).toBeGreaterThan(3_500)

    const endedAtMs = Date.now()
    second.child.kill('SIGTERM')
    const third = await leaderBeside(first, second)
    // Far less than its lease had still to last.
    expect((third.told.at(-1)?.atMs ?? 0) - endedAtMs).toBeLessThan(3_000)
    await moreRequests()
  }
)
