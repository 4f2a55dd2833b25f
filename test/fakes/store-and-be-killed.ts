import { openTestLedger } from './test-ledger.ts'
import { webhookEvent } from './webhook-samples.ts'

// An app of its own: it takes in 300 events at once and is killed in the moment in which all are promised to be safe.
const ledger = await openTestLedger({ file: process.argv[2] ?? null })
const calls = Array.from({ length: 300 }, (_, index) =>
  webhookEvent('INCOMING_EXTERNAL_CALL', { call_id: `c${index}`, from_number: '+15551234567' }, index)
)
await Promise.all(calls.map((event) => ledger.appendEvent(event)))
process.kill(process.pid, 'SIGKILL')
