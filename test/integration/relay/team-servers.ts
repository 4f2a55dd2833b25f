import { jetstreamManager } from '@nats-io/jetstream'
import { Kvm } from '@nats-io/kv'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { onTestFinished } from 'vitest'
import { controlSimulator } from '../../../scripts/simulator-control.ts'
import { eventStream, teamBucket } from '../../../src/main/core/team/index.ts'
import { leaseTimes } from '../../../src/relay/leader/lease.ts'
import { leaderBucket } from '../../../src/relay/nats/buckets.ts'
import { startSimulator } from '../../../src/simulator/start-simulator.ts'
import { startNatsServer } from '../team/nats-server.ts'

export interface SeenRequest {
  readonly at_ms: number
  readonly path: string
  readonly key: 'developer' | 'user' | 'public'
}

/** A Voice360 and a JetStream with what the leader needs in it; gone when the test is over. */
export async function startTeamServers({
  config = '',
  login = {}
}: {
  config?: string
  login?: object
} = {}) {
  const simulator = await startSimulator()
  onTestFinished(() => simulator.stop())
  const nats = await startNatsServer({ config })
  onTestFinished(() => nats.remove())
  const connection: NatsConnection = await connect({ servers: nats.url, ...login })
  onTestFinished(() => connection.close())
  const jsm = await jetstreamManager(connection)
  await jsm.streams.add({ name: eventStream.name, subjects: [`${eventStream.stored}.>`], allow_direct: true })
  const kvm = new Kvm(connection)
  await kvm.create(teamBucket, { history: 1 })
  await kvm.create(leaderBucket, { history: 1, ttl: leaseTimes.lastsMs })
  const control = controlSimulator(simulator.url)
  return {
    simulator,
    control,
    nats,
    connection,
    presenceRequests: async () => {
      const requests = await control.get<readonly SeenRequest[]>('/requests')
      return requests.filter(({ path }) => path.endsWith('/availability'))
    }
  }
}
