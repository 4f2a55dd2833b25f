import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBoundedLog } from '../../../../../src/main/core/bounded-log.ts'
import { type LoggedEvent, readEventLog } from '../../../../../src/main/core/diagnostics/index.ts'
import { readAddress } from '../../../../../src/main/core/numbers/index.ts'
import { createRedactor } from '../../../../../src/main/core/redact.ts'
import { supportBundleSchema } from '../../../../../src/shared/domain/diagnostics.ts'
import { unknownReach } from '../../../../../src/shared/domain/reach.ts'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { bundleOf, fileOf } from '../../../../fakes/bundle-of.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import {
  callIds,
  knownBodies,
  loggedEvents,
  names,
  numbers,
  queueNames
} from '../../../../fakes/phone-scenarios.ts'
import { statesOf } from '../../../../fakes/states-of.ts'
import { sampleTimeMs, webhookBody } from '../../../../fakes/webhook-samples.ts'

const told = (name: string, metadata: Readonly<Record<string, unknown>>, seconds = 0): LoggedEvent => ({
  receivedAtMs: sampleTimeMs,
  method: 'POST',
  raw: webhookBody(name, metadata, seconds)
})
const textsOf = (bundle: Awaited<ReturnType<typeof bundleOf>>): string =>
  bundle.files.map(({ text }) => text).join('\n')
const withoutSigns = (text: string): string => text.replaceAll(/[\s().+\-%/\u00a0]/g, '')
const words = ['STOP', ' start!  ', 'Unsubscribe.', 'yes']

test('the events of a bundle come to the same calls and messages, but for who and what', async () => {
  await fc.assert(
    fc.asyncProperty(loggedEvents, async (events) => {
      const { events: redacted } = readEventLog(fileOf(await bundleOf(events), 'events.jsonl'))
      expect(statesOf(redacted)).toEqual(statesOf(events))
    }),
    { numRuns: 200, interruptAfterTimeLimit: 15_000 }
  )
})

test('no number in any spelling, no name, no text and no id of the events is anywhere in a bundle', async () => {
  const telling = [
    ...names,
    ...queueNames,
    ...callIds,
    ...knownBodies.filter((body) => body.length >= 6 && !words.includes(body)),
    'VIP customer 4711',
    'abc-1234-def',
    '4711061',
    '4400123',
    '4400124'
  ]
  await fc.assert(
    fc.asyncProperty(loggedEvents, async (events) => {
      const all = textsOf(await bundleOf(events))
      const plain = withoutSigns(
        all.replaceAll(/%([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      )
      for (const text of telling) {
        expect(all).not.toContain(text)
        expect(all).not.toContain(new URLSearchParams({ text }).toString().slice('text='.length))
      }
      for (const [address] of numbers)
        expect(plain).not.toContain(address.slice(address.startsWith('+1') ? 2 : -8))
    }),
    { numRuns: 100, interruptAfterTimeLimit: 15_000 }
  )
})

test('one number is one number, in whatever spelling and wherever', async () => {
  const [[, ...spellings] = ['']] = numbers
  const events = spellings.map((from, at) =>
    told('SMS_RECEIVED', { from, to: '+16045551234', body: 'Hi' }, at)
  )
  const { events: redacted } = readEventLog(fileOf(await bundleOf(events), 'events.jsonl'))
  const written = redacted.map(({ raw }) => (JSON.parse(raw) as { metadata: { from: string } }).metadata.from)
  expect(new Set(written.map((text) => readAddress(text, 'US'))).size).toBe(1)
  expect(written.map((text) => text.replaceAll(/\d/g, '0'))).toEqual(
    spellings.map((text) => text.replaceAll(/\d/g, '0'))
  )
})

test('two bundles of the same events have nothing in common that tells of anyone', async () => {
  const events = [told('INCOMING_EXTERNAL_CALL', { call_id: '1768473000.4421', from: '+14155552671' })]
  const [one, other] = [await bundleOf(events), await bundleOf(events)]
  const metadataOf = (bundle: typeof one): object =>
    (JSON.parse(readEventLog(fileOf(bundle, 'events.jsonl')).events[0]?.raw ?? '') as { metadata: object })
      .metadata
  expect(Object.keys(metadataOf(one))).toEqual(['call_id', 'from'])
  for (const value of Object.values(metadataOf(one)))
    expect(Object.values(metadataOf(other))).not.toContain(value)
})

test('times, extensions, short values and words that stop messages stay', async () => {
  const metadata = {
    extension: 1001,
    direction: 'inbound',
    duration: 42,
    answered_at: 1_768_473_002,
    started: '2026-01-15T10:30:00Z',
    is_recorded: true,
    transferred_to: '1001',
    body: 'Stop. '
  }
  const bundle = await bundleOf([told('SMS_RECEIVED', { message_id: 'm-1', ...metadata })])
  const [event] = readEventLog(fileOf(bundle, 'events.jsonl')).events
  expect(event?.receivedAtMs).toBe(sampleTimeMs)
  expect(JSON.parse(event?.raw ?? '')).toMatchObject({
    event_name: 'SMS_RECEIVED',
    timestamp: sampleTimeMs / 1000,
    metadata: { ...metadata, direction: 'xxxxxxx', body: 'Stop.' }
  })
})

test('only the newest 5,000 events go along, oldest first, and none that were not asked for', async () => {
  const events = Array.from({ length: 5_020 }, (_, at) => told('CALL_ENDED', { extension: '1001' }, at))
  const log = readEventLog(fileOf(await bundleOf(events), 'events.jsonl'))
  const times = log.events.map(({ raw }) => (JSON.parse(raw) as { timestamp: number }).timestamp)
  expect(times).toHaveLength(5_000)
  expect(times[0]).toBe(sampleTimeMs / 1000 + 20)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  const without = await bundleOf(events.slice(0, 3), {}, false)
  expect(without.files.map(({ name }) => name)).not.toContain('events.jsonl')
})

test('each file says what it is, and those of JSON are', async () => {
  const bundle = await bundleOf([told('CALL_ENDED', { extension: '1001' })])
  expect(supportBundleSchema.parse(bundle)).toEqual(bundle)
  expect(bundle.fileName).toBe('voice360-support-2026-01-15-1030.zip')
  expect(bundle.files.map(({ name }) => name)).toEqual([
    'about.json',
    'webhook-requests.json',
    'api-calls.json',
    'webhooks.json',
    'gaps.json',
    'log.txt',
    'events.jsonl'
  ])
  for (const { name, about, text } of bundle.files) {
    expect(about).not.toBe('')
    expect(name.endsWith('.json') ? typeof JSON.parse(text) : 'object').toBe('object')
  }
})

test.each([
  [{ kind: 'ssh', destination: 'doe@Web', port: 22, remotePort: 80, url: 'https://calls.example' }],
  [{ kind: 'ssh', destination: 'Web', port: null, remotePort: 80, url: 'https://calls.example' }],
  [{ kind: 'own-url', url: 'https://doe.calls.example:8443/web' }],
  [{ kind: 'ngrok', domain: 'Web.Calls.example' }]
] as const)('what is known from %j is in no sentence', async (tunnel) => {
  const line =
    'Connection to web closed. WEB, web.calls.example. at DOE.calls.example, doe: Calls.Example. JDOE-PC of jd'
  const bundle = await bundleOf([], {
    settings: () => ({ ...defaultSettings, tunnel }),
    reach: () => ({ ...unknownReach, reason: line, tunnel: { ...unknownReach.tunnel, url: 'tls://web' } }),
    machine: { users: ['JD', 'doe'], hosts: ['jdoe-pc'] },
    readLog: () => Promise.resolve(`${line}\n`)
  })
  for (const name of ['about.json', 'log.txt'])
    expect(fileOf(bundle, name)).not.toMatch(/web|doe|calls\.example|\bjd\b/i)
})

describe('a canary planted everywhere', () => {
  const secret = () => randomBytes(32).toString('base64url')
  const apiKey = secret()
  const webhookTokenValue = secret()
  const authtoken = `2${secret()}_${secret()}`
  const redactor = createRedactor()
  for (const value of [apiKey, webhookTokenValue, authtoken]) redactor.addSecret(value)
  const phone = '+14155552671'
  const person = 'Wilhelmina Featherstonehaugh'
  const body = 'The code of the safe is behind the picture'
  const company = 'Quinquereme Shipping'
  const piece = webhookTokenValue.slice(11, 19)
  const sentence = `${person} (${phone}, 415-555-2671) wrote "${body}" from 203.0.114.9 via https://tunnel.example/hooks/${webhookTokenValue}?k=${apiKey} ${authtoken} ${piece} as jane@corp.example in /home/jane.doe/.config`

  async function bundled() {
    const ledger = new InMemoryLedger()
    const requests = createBoundedLog<object>(10)
    requests.add({
      atMs: 1,
      method: 'POST',
      source: '198.18.77.99',
      status: 400,
      outcome: 'not-an-event',
      eventName: person,
      why: sentence,
      tookMs: 1
    })
    const apiCalls = createBoundedLog<object>(10)
    const path = `/people/${phone}/${webhookTokenValue}`
    apiCalls.add({ atMs: 1, method: 'GET', path, status: 200, tookMs: 1, remaining: 9, limit: 10 })
    const fields = [person, phone, webhookTokenValue, 'call_id', apiKey]
    const sighting = { name: 'X', count: 1, lastAtMs: 1, method: 'POST', accountId: '4711061' } as const
    const events = [
      told('SMS_RECEIVED', {
        message_id: webhookTokenValue,
        from: phone,
        to: person,
        body,
        caller_name: person,
        note: sentence,
        [person]: phone,
        [webhookTokenValue]: { [phone]: [sentence, apiKey, { deep: authtoken }] },
        authtoken,
        piece,
        email: 'jane@corp.example'
      })
    ]
    return bundleOf(events, {
      ledger: Object.assign(ledger, {
        listGaps: () => Promise.resolve([{ fromMs: 1, toMs: 2, reason: sentence }]),
        listWebhookSightings: () =>
          Promise.resolve([{ ...sighting, tokenId: 'abcdef012345', notUnderstood: sentence, fields }]),
        listContactNames: () => Promise.resolve([{ address: phone, name: 'Somebody Unheard-Of', company }]),
        listEvents: () =>
          Promise.resolve(
            events.map((event, seq) => ({
              seq,
              name: '',
              accountId: null,
              occurredAtMs: 1,
              notUnderstood: null,
              ...event
            }))
          )
      }),
      requests: requests as never,
      apiCalls: apiCalls as never,
      reach: () => ({
        ...unknownReach,
        reason: sentence,
        webhookUrl: `https://tunnel.example/hooks/${webhookTokenValue}`,
        tunnel: {
          kind: 'ssh',
          state: 'waiting',
          url: 'https://tunnel.example',
          reason: sentence,
          nextTryAtMs: 5
        },
        check: { atMs: 1, isPassed: false, tookMs: 1, reason: sentence },
        addressChange: { atMs: 1, before: 'https://tunnel.example', after: 'https://other.example' }
      }),
      settings: () => ({
        ...defaultSettings,
        crmTemplate: `https://crm.corp.example/${apiKey}`,
        textBackTemplate: body,
        messageTemplates: [{ id: 'a', name: person, body }],
        myQueues: [company],
        favouriteNumbers: [phone],
        sourceAddresses: ['198.18.77.99'],
        teamGroups: [{ name: person, extensions: ['1001'] }],
        outcomes: [body],
        fieldAliases: { from: [phone], to: [person] },
        tunnel: {
          kind: 'ssh',
          destination: 'jane@corp.example',
          port: 22,
          remotePort: 8080,
          url: 'https://tunnel.example'
        }
      }),
      readLog: () =>
        Promise.resolve(
          redactor.redact(`2026-01-15T10:30:00.000Z info Somebody Unheard-Of of ${company}\n${sentence}\n`)
        ),
      redact: (text) => redactor.redact(text)
    })
  }

  const piecesOf = (value: string): readonly string[] =>
    Array.from({ length: value.length - 7 }, (_, at) => value.slice(at, at + 8))

  test('is in no file, nor any 8 characters of a secret', async () => {
    const bundle = await bundled()
    const planted = [
      ...[apiKey, webhookTokenValue, authtoken].flatMap(piecesOf),
      person,
      'Wilhelmina',
      'Featherstonehaugh',
      body,
      'safe',
      'picture',
      company,
      'Quinquereme',
      'Unheard-Of',
      'jane',
      'corp.example',
      'tunnel.example',
      'other.example',
      '198.18.77.99',
      '203.0.114.9',
      'abcdef012345',
      '4711061',
      '415-555-2671'
    ]
    const leaks = bundle.files.flatMap(({ name, text }) => [
      ...planted.filter((each) => text.includes(each)).map((each) => `${each} in ${name}`),
      ...(withoutSigns(text).includes('5552671') ? [`the number in ${name}`] : [])
    ])
    expect(leaks).toEqual([])
  })

  test('leaves what helps', async () => {
    const bundle = await bundled()
    expect(fileOf(bundle, 'log.txt')).toMatch(/^2026-01-15T10:30:00\.000Z info Person \d+ of Person \d+\n/)
    expect(JSON.parse(fileOf(bundle, 'api-calls.json'))).toMatchObject([{ remaining: 9, status: 200 }])
    expect(JSON.parse(fileOf(bundle, 'webhooks.json'))).toMatchObject([
      { name: 'X', count: 1, fields: expect.arrayContaining(['call_id']) as unknown }
    ])
    expect(JSON.parse(fileOf(bundle, 'about.json'))).toMatchObject({
      reach: { state: 'deaf', tunnel: { kind: 'ssh', hasAddress: true } },
      settings: { region: 'US', tunnel: 'ssh', sourceAddresses: { count: 1 }, undoSeconds: 3 }
    })
  })
})
