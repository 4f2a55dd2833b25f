import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Replay, replay } from '../../../scripts/replay.ts'
import { type LoggedEvent, writeEventLog } from '../../../src/main/core/diagnostics/index.ts'
import type { FieldAliases } from '../../../src/shared/domain/event-reading.ts'
import { defaultSettings } from '../../../src/shared/domain/settings.ts'
import { bundleOf, fileOf } from '../../fakes/bundle-of.ts'
import { loggedEvents } from '../../fakes/phone-scenarios.ts'
import { withoutNames } from '../../fakes/states-of.ts'
import { sampleTimeMs, webhookBody } from '../../fakes/webhook-samples.ts'
import { ledgerWorkerFile } from '../../ledger-worker-file.ts'

const shownIn = ({ calls, threads, notUnderstoodCount }: Replay) => ({
  notUnderstoodCount,
  ...withoutNames(
    calls,
    threads.flatMap(({ messages }) => messages)
  ),
  unread: threads.map(({ unreadCount }) => unreadCount).toSorted((one, other) => one - other)
})

async function expectSameStates(events: readonly LoggedEvent[], aliases: FieldAliases = {}): Promise<Replay> {
  const settings = () => ({ ...defaultSettings, fieldAliases: aliases })
  const bundle = await bundleOf(events, { settings })
  const original = await replay(writeEventLog({ region: 'US', aliases }, events), ledgerWorkerFile)
  const redacted = await replay(fileOf(bundle, 'events.jsonl'), ledgerWorkerFile)
  expect(shownIn(redacted)).toEqual(shownIn(original))
  return redacted
}

test('a bundle replayed has the same calls, messages and threads, but for who and what', async () => {
  await fc.assert(
    fc.asyncProperty(loggedEvents, async (events) => {
      await expectSameStates(events)
    }),
    { numRuns: 12, endOnFailure: true }
  )
}, 60_000)

test('names that the account gives to fields are read in a bundle as here', async () => {
  const told = (name: string, seconds: number, metadata: object): LoggedEvent => ({
    receivedAtMs: sampleTimeMs,
    method: 'POST',
    raw: webhookBody(name, { ...metadata }, seconds)
  })
  const events = [
    told('INCOMING_EXTERNAL_CALL', 0, { ruf_nr: 1234567, anrufer: '030 901820', ziel: '1001' }),
    told('CALL_ENDED', 60, { ruf_nr: '1234567', 'Grace Hopper 1999': '+4930901820' })
  ]
  const aliases = { callId: ['ruf_nr'], from: ['anrufer', 'grace_hopper_1999'], to: ['ziel'] }
  const { calls } = await expectSameStates(events, aliases)
  expect(calls).toMatchObject([{ state: 'missed', direction: 'inbound', extensions: ['1001'] }])
})
