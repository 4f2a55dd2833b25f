import { expect, test } from 'vitest'
import { createEventReadingService } from '../../../../../src/main/core/event-reading/index.ts'
import type { StoredEvent } from '../../../../../src/main/core/ports.ts'
import { createTranslate } from '../../../../../src/main/text/create-translate.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'

const stored = (name: string, metadata: unknown, more: Partial<StoredEvent> = {}): StoredEvent => ({
  seq: 7,
  name,
  accountId: '61',
  occurredAtMs: 1_704_067_200_000,
  receivedAtMs: 1_704_067_201_000,
  method: 'POST',
  notUnderstood: null,
  raw: JSON.stringify({ event_name: name, timestamp: 1_704_067_200, metadata }),
  ...more
})

function read(event: StoredEvent, aliases = {}) {
  const ledger = new InMemoryLedger()
  ledger.events = [event]
  return createEventReadingService({ ledger, region: () => 'US', t: createTranslate() }).tryReading(
    event.seq,
    aliases
  )
}

test('shows each field with what it was read as, and what the event tells', async () => {
  const event = stored('INCOMING_EXTERNAL_CALL', {
    call_id: 'c1',
    from_number: '5551234567',
    to: '+15559876543',
    x: [1]
  })
  expect(await read(event)).toMatchObject({
    ok: true,
    value: {
      isUnderstood: true,
      fields: [
        { name: 'call_id', value: 'c1', readAs: 'callId' },
        { name: 'from_number', value: '5551234567', readAs: 'from' },
        { name: 'to', value: '+15559876543', readAs: 'to' },
        { name: 'x', value: '[1]', readAs: null }
      ],
      meaning: 'Incoming call from +1\u00a0555\u00a0123\u00a04567 to +1\u00a0555\u00a0987\u00a06543.'
    }
  })
})

test('understands fields by the names that the user gives them, and says what it would tell', async () => {
  const event = stored('USER_ANSWER', { anrufer: '+15551234567', nst: '1001', gruppe: 'Sales' })
  expect(await read(event)).toMatchObject({ ok: true, value: { isUnderstood: false } })
  const outcome = await read(event, { from: ['anrufer'], extension: ['nst'], queueName: ['gruppe'] })
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      isUnderstood: true,
      meaning: expect.stringContaining('At extension 1001. Queue Sales. Without an id')
    }
  })
})

test("the user's name of a field counts before a known one", async () => {
  const event = stored('INCOMING_EXTERNAL_CALL', { from: 'trunk-7', real_caller: '+15551234567' })
  const outcome = await read(event, { from: ['real_caller'] })
  expect(outcome).toMatchObject({ value: { fields: [{ readAs: null }, { readAs: 'from' }] } })
})

test('says so where the content was deleted, or the event is none', async () => {
  expect(await read(stored('CALL_ENDED', {}, { raw: '' }))).toMatchObject({ ok: false })
})
