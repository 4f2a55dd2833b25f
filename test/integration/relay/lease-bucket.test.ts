import { expect, test } from 'vitest'
import { relayPermissions } from '../../../src/relay/credentials/relay-permissions.ts'
import { openLeaseBucket } from '../../../src/relay/leader/lease-bucket.ts'
import { hasNatsServer } from '../team/nats-server.ts'
import { startTeamServers } from './team-servers.ts'

const { publish, subscribe } = relayPermissions
/** A relay that may do no more than it has to. */
const config = `authorization { users: [{ user: relay, password: relay, permissions: {
  publish: { allow: ${JSON.stringify(publish)} }, subscribe: { allow: ${JSON.stringify(subscribe)} } } }] }`

test.skipIf(!hasNatsServer)(
  'one at a time holds the lease, and who waits is told when it is given up',
  async () => {
    const { connection } = await startTeamServers({ config, login: { user: 'relay', pass: 'relay' } })
    const store = await openLeaseBucket(connection)
    const first = await store.take('a')
    expect(first).toEqual(expect.any(Number))
    expect(await store.take('b')).toBeNull()
    const second = await store.renew('a', first ?? 0)
    expect(second).toBeGreaterThan(first ?? 0)
    expect(await store.renew('a', first ?? 0)).toBeNull()
    // What it wrote itself is its own, though it has lost the revision.
    const third = await store.take('a')
    expect(third).toBeGreaterThan(second ?? 0)

    const released = new Promise<void>((resolve) => store.onReleased(resolve))
    await store.release(third ?? 0)
    await released
    expect(await store.take('b')).toBeGreaterThan(third ?? 0)
    await expect(store.release(third ?? 0)).rejects.toThrow(/wrong last sequence/)
  }
)
