import { connect } from '@nats-io/transport-node'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { startLeader } from '../../../src/relay/leader/leader.ts'

/** One relay process of which only the leading is alive. It says each time it begins or ends to lead; SIGTERM stops it in good order. */
const [natsUrl = '', name = '', apiUrl = '', accountId = '', developerKey = ''] = process.argv.slice(2)
const silent = () => undefined

const connection = await connect({ servers: natsUrl, maxReconnectAttempts: -1 })
const leader = await startLeader({
  connection,
  accounts: [{ id: Number(accountId), apiUrl, developerKey }],
  relayName: name,
  clock: systemClock,
  log: { info: silent, warn: silent, error: silent }
})
const tell = (leads: boolean) => process.send?.({ leads, atMs: Date.now() })
leader.isLeading.watch(tell)
process.send?.({ leads: false, atMs: Date.now() })
process.once('SIGTERM', () => {
  void leader.stop().then(async () => {
    await connection.close()
    process.exit(0)
  })
})
