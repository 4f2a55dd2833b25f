import type {
  ApiCallEntry,
  RequestOutcome,
  WebhookRequestEntry
} from '../../src/shared/domain/diagnostics.ts'
import { eventNames } from '../../src/shared/domain/event-name.ts'
import type { Answers } from './scripted-bridge.ts'

type DiagnosticsAnswers = Pick<Answers, Extract<keyof Answers, `diagnostics:${string}`>>

const outcomes: readonly (readonly [RequestOutcome, status: number, why: string | null])[] = [
  ['stored', 200, null],
  ['stored', 200, null],
  ['duplicate', 200, null],
  ['stored', 200, null],
  ['not-an-event', 400, 'There is no event_name.'],
  ['not-found', 404, 'The secret in the address is none of this computer’s.'],
  ['stored', 200, null],
  ['too-large', 413, 'The body is larger than 64 KiB.'],
  ['other-source', 403, 'It came from an address that is not among those allowed in the settings.'],
  ['ledger-unavailable', 503, 'The disk is full. Voice360 was asked to send it again.'],
  ['encoded', 415, null],
  ['malformed', 400, null]
]

const requestAt = (nowMs: number, id: number): WebhookRequestEntry => {
  const [outcome, status, why] = outcomes[id % outcomes.length] ?? ['stored', 200, null]
  const isEvent = outcome === 'stored' || outcome === 'duplicate'
  return {
    id,
    atMs: nowMs - (1_000 - id) * 7_000,
    method: id % 17 === 0 ? 'GET' : 'POST',
    source: id % 5 === 0 ? null : '203.0.113.24',
    status,
    outcome,
    eventName: isEvent
      ? id % 29 === 1
        ? 'AN_EVENT_THAT_NO_DOCUMENT_KNOWS.with.a.name.of.sixty-four.characters'
        : (eventNames[id % eventNames.length] ?? null)
      : null,
    why,
    tookMs: (id * 37) % 90
  }
}

const paths = ['/availability', '/availability/queues', '/queues/100134', '/user/numbers', '/call/outbound']

const callAt = (nowMs: number, id: number): ApiCallEntry => ({
  id,
  atMs: nowMs - (1_000 - id) * 4_000,
  method: id % 5 === 4 ? 'POST' : 'GET',
  path: paths[id % 5] ?? '/user',
  status: id % 41 === 7 ? null : id % 23 === 3 ? 429 : 200,
  tookMs: (id * 53) % 400,
  remaining: id % 41 === 7 ? null : 1_000 - (id % 60),
  limit: id % 41 === 7 ? null : 1_000
})

const newestFirst = <T>(entryAt: (nowMs: number, id: number) => T, nowMs: number): readonly T[] =>
  Array.from({ length: 1_000 }, (_, index) => entryAt(nowMs, 999 - index))

const eventsText = Array.from({ length: 400 }, (_, index) =>
  JSON.stringify({
    receivedAtMs: 1_768_473_000_000 + index * 1_000,
    method: 'POST',
    raw: JSON.stringify({
      event_name: eventNames[index % eventNames.length],
      account_id: '83',
      timestamp: 1_768_473_000 + index,
      metadata: { call_id: `7ae31c0f-${1_000 + index}`, from_number: '+16475550163', caller_name: 'Person 4' }
    })
  })
).join('\n')

/** Diagnostics of a main process in memory that has been at work for a while. */
export function scriptedDiagnostics(nowMs: number): DiagnosticsAnswers {
  return {
    'diagnostics:get-diagnostics': () => ({
      requests: newestFirst(requestAt, nowMs),
      apiCalls: newestFirst(callAt, nowMs),
      versions: [
        { name: 'Voice360 Companion', version: '0.1.0' },
        { name: 'Host', version: 'desktop' },
        { name: 'Electron', version: '45.4.1' },
        { name: 'Chromium', version: '156.0.7500.120' },
        { name: 'Node', version: '24.21.0' },
        { name: 'SQLite (better-sqlite3-multiple-ciphers)', version: '13.0.3' },
        { name: 'Linux', version: '6.14.0-37-generic x64' }
      ]
    }),
    'diagnostics:make-bundle': ({ hasEvents }) => ({
      fileName: 'voice360-support-2026-01-15-1030.zip',
      files: [
        {
          name: 'about.json',
          about: 'Versions, how calls reach this computer, and settings without anything personal',
          text: `${JSON.stringify({ versions: [{ name: 'Node', version: '24.21.0' }], reach: { state: 'listening' } }, null, 2)}\n`
        },
        {
          name: 'log.txt',
          about: 'The end of the log',
          text: `2026-01-15T10:30:00.000Z warn Presence could not be read { kind: 'network', reason: '${'no answer from [host], '.repeat(20)}' }\n`
        },
        { name: 'gaps.json', about: 'When this app could not hear', text: '' },
        ...(hasEvents
          ? [
              {
                name: 'events.jsonl',
                about: 'The newest 400 events, with made-up names, numbers and texts',
                text: eventsText
              }
            ]
          : [])
      ]
    })
  }
}
