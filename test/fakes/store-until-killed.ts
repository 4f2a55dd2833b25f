import { openTestLedger } from './test-ledger.ts'
import { webhookEvent } from './webhook-samples.ts'

// An app of its own: it takes in events of a stream without a pause, each with its number, and is killed at some moment.
const ledger = await openTestLedger({ file: process.argv[2] ?? null, maxBatchSize: 50 })
for (let seq = 1; ; seq += 100) {
  const numbers = Array.from({ length: 100 }, (_, index) => seq + index)
  await Promise.all(
    numbers.map((number) =>
      ledger.appendEvent(
        webhookEvent('INCOMING_EXTERNAL_CALL', { call_id: `c${number}`, from_number: '+15551234567' }),
        { stream: 'events', seq: number }
      )
    )
  )
  process.stdout.write(`${seq}\n`)
}
