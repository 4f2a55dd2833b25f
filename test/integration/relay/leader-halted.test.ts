import { expect, test } from 'vitest'
import { hasNatsServer } from '../team/nats-server.ts'
import { patience, startThreeRelays } from './three-relays.ts'

test.skipIf(!hasNatsServer)(
  'a relay that was halted while another took over asks nothing when it goes on',
  async () => {
    const { leaderBeside, moreRequests, shortestGapMs } = await startThreeRelays()
    const first = await leaderBeside()
    await moreRequests()
    first.child.kill('SIGSTOP')
    await leaderBeside(first)
    await moreRequests()
    first.child.kill('SIGCONT')
    await expect.poll(() => first.leads(), patience).toBe(false)
    await moreRequests(2)
    expect(await shortestGapMs()).toBeGreaterThan(3_500)
  }
)
