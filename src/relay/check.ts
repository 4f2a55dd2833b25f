import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { failed, type Outcome, succeeded } from '../shared/domain/failure.ts'
import type { LoadedConfig } from './config/load-config.ts'
import { describeTrouble } from './nats/describe-trouble.ts'
import { connectionOptions } from './nats/nats-access.ts'

const patienceMs = 5_000

/** Looks whether NATS takes the relay's credentials and has JetStream for them; changes nothing. The value is a sentence. */
export async function checkConnection({ nats }: LoadedConfig): Promise<Outcome<string>> {
  try {
    const connection = await connect({ ...connectionOptions(nats), timeout: patienceMs, reconnect: false })
    try {
      const { streams } = await (await jetstreamManager(connection)).getAccountInfo()
      const { version = '' } = connection.info ?? {}
      return succeeded(`NATS ${version} at ${connection.getServer()} has JetStream, with ${streams} streams.`)
    } finally {
      await connection.close()
    }
  } catch (error) {
    return failed('nats', describeTrouble(error))
  }
}
