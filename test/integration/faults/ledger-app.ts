/**
 * A listener and its ledger in a process of their own, which a test starts, asks, makes fail and kills. The ledger is the file
 * `LEDGER_FILE`.
 */

import { createBoundedLog } from '../../../src/main/core/bounded-log.ts'
import { createCarryOut } from '../../../src/main/core/carry-out.ts'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { createTestEvents, startListener, webhookToken } from '../../../src/main/core/webhooks/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { textByKey } from '../../fakes/text-by-key.ts'
import { type AskedOf, type FromApp, type LedgerApp, token } from './ledger-app-protocol.ts'

const tell = (message: FromApp): void => void process.send?.(message)
const file = process.env['LEDGER_FILE'] ?? null
const log = createRecordingLog()
let ledger: OpenedLedger = await openTestLedger({ file, log })

const listener = await startListener({
  ledger: { appendEvent: (event) => ledger.appendEvent(event) },
  clock: systemClock,
  log,
  tokens: () => [webhookToken(token)],
  testEvents: createTestEvents(),
  requests: createBoundedLog(1),
  allowedSources: () => [],
  takesAccount: () => 'now',
  trustedProxies: () => ['127.0.0.1'],
  place: { host: '127.0.0.1', port: 0, portCount: 1 },
  onStored() {}
})

let requestCount = 0
const app: LedgerApp = {
  ask: (name, ...args) => Reflect.apply(ledger[name], ledger, args),
  async dial(intent) {
    const carryOut = createCarryOut({ ledger, clock: systemClock, log, t: textByKey, publish() {} })
    const before = requestCount
    const outcome = await carryOut(intent, () => {
      requestCount += 1
      return Promise.resolve({ ok: true, value: intent.id })
    })
    return { outcome, requestCount: requestCount - before }
  },
  isMadeAnew: () => Promise.resolve(ledger.rebuild.get() === null),
  recovered: () => Promise.resolve(ledger.recovered.get()),
  async reopen() {
    await ledger.close()
    ledger = await openTestLedger({ file, log })
  }
}

process.on('message', ({ id, name, args }: AskedOf) => {
  const answered: Promise<unknown> = Reflect.apply(app[name], app, args)
  answered.then(
    (value) => tell({ id, value }),
    (error: Error) => tell({ id, error: error.name, reason: error.message })
  )
})
process.on('disconnect', () => process.exit(0))
tell({ port: listener.port })
