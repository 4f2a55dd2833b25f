import { beforeEach, describe, expect, test } from 'vitest'
import { createRequestAnswerer, type RequestHandlers } from '../../../../src/main/ipc/answer-request.ts'
import { createRequestHandlers } from '../../../../src/main/ipc/request-handlers.ts'
import { createStartHandlers } from '../../../../src/main/ipc/start-handlers.ts'
import { noFilter } from '../../../../src/shared/domain/call.ts'
import { unknownReach } from '../../../../src/shared/domain/reach.ts'
import { eventChannels, type RequestChannel, requestChannels } from '../../../../src/shared/ipc/channels.ts'
import { contract, type RequestArgs } from '../../../../src/shared/ipc/contract.ts'
import { events } from '../../../../src/shared/ipc/events.ts'
import { officeServices } from '../../../fakes/office-services.ts'
import { createRecordingLog } from '../../../fakes/recording-log.ts'
import { settledStart } from '../../../fakes/settled-start.ts'

const id = '3f9b0f6e-6d0f-4b6e-9d51-0c6d2a1f7a11'
const page = { before: null, limit: 50 }
const draft = { address: '+12125550101', body: 'Hel', line: null, intentId: id, wasTried: false }
const credentials = { accountId: 61, key: 'a-key-that-is-secret' }

/** What a page may ask, one of each. */
const sensible: { readonly [C in RequestChannel]: RequestArgs<C> } = {
  'start:get-start': {},
  'start:try-keychain': {},
  'start:use-passphrase': { passphrase: 'seven green bottles' },
  'start:use-memory': {},
  'start:get-secrets': {},
  'start:change-passphrase': { passphrase: 'one of mine', next: 'another one' },
  'start:move-to-keychain': {},
  'start:choose-again': {},
  'session:get-session': {},
  'session:get-host': {},
  'session:check-key': credentials,
  'session:sign-in': { ...credentials, extension: null },
  'session:sign-out': { accountId: null },
  'session:list-accounts': {},
  'session:switch-account': { accountId: 61 },
  'settings:get-settings': {},
  'settings:update-settings': { change: { theme: 'dark' } },
  'policy:get-policy': {},
  'updates:get-updates': {},
  'updates:check-now': {},
  'updates:download-now': {},
  'updates:install-now': {},
  'calls:list-calls': { filter: noFilter, after: null, limit: 50 },
  'calls:get-call': { callId: 'call-1' },
  'calls:list-doors': {},
  'calls:count-unread': {},
  'calls:mark-read': { callIds: ['call-1'] },
  'calls:mark-all-read': {},
  'calls:set-note': { callId: 'call-1', body: 'wants a quote', seen: '' },
  'calls:set-outcome': { callId: 'call-1', outcome: 'solved', seen: null },
  'calls:forget-call': { callId: 'call-2' },
  'calls:forget-person': { address: '+12125550199' },
  'notes:save-note': { noteId: id, address: '+12125550101', body: 'likes tea' },
  'contacts:list-contacts': { text: '', after: null, limit: 50 },
  'contacts:save-contact': {
    contactId: id,
    draft: { name: 'Ada', company: null, numbers: [{ text: '+12125550101', label: null }] },
    revision: null
  },
  'contacts:delete-contact': { contactId: id, revision: null },
  'contacts:get-sharing': {},
  'contacts:share-contact': { contactId: id },
  'contacts:preview-import': { fileName: 'people.csv', text: 'Name,Phone\nAda,+12125550101', columns: null },
  'contacts:start-import': { importId: id },
  'contacts:cancel-import': { importId: id },
  'search:find': { text: 'ada', limit: 10 },
  'events:list-events': { beforeSeq: null, limit: 10, isNotUnderstoodOnly: false },
  'events:try-reading': { seq: 1, aliases: {} },
  'events:get-rebuild': {},
  'popup:hold-card': { callId: 'call-1', isHeld: true },
  'popup:take-focus': {},
  'popup:give-focus-back': {},
  'popup:reset-position': {},
  'popup:drag': { grip: null },
  'crm:open-person': { address: '+12125550101', callId: null },
  'calls:get-timeline': { address: '+12125550101', ...page },
  'messages:list-threads': {},
  'messages:list-messages': { threadId: 'thread', ...page },
  'messages:list-lines': {},
  'messages:send-message': {
    intentId: id,
    line: '+15551234567',
    to: '+12125550101',
    body: 'Hello',
    isDespiteStop: false
  },
  'messages:mark-thread': { threadId: 'thread', isRead: false, isMuted: true },
  'messages:list-drafts': {},
  'messages:save-draft': { draft },
  'messages:list-scheduled': {},
  'messages:schedule-messages': {
    messages: [{ id, body: 'Hello' }],
    line: '+15551234567',
    to: '+12125550101',
    dueAtMs: null,
    isDespiteStop: false
  },
  'messages:send-scheduled': { scheduledId: id, isDespiteStop: false },
  'messages:cancel-scheduled': { scheduledId: id },
  'messages:check-recipient': { address: '+12125550101' },
  'messages:set-stop': { address: '+12125550101', isStopped: true },
  'messages:open-link': { messageId: 'message-1', url: 'https://example.com/' },
  'messages:preview-import': { fileName: 'messages.json', text: '{}' },
  'messages:start-import': { importId: id },
  'messages:cancel-import': { importId: id },
  'presence:get-presence': {},
  'presence:list-watched': {},
  'presence:watch-colleague': { extension: '1002', isWatched: true },
  'queues:list-queues': {},
  'queues:get-details': { queueId: 100_134 },
  'queues:list-lost-callers': {},
  'queues:mark-lost-caller': { address: '+12125550101', mark: 'done', revision: 0 },
  'reach:get-reach': {},
  'reach:get-rate-budget': {},
  'reach:list-tunnel-offers': {},
  'reach:choose-tunnel': { choice: { kind: 'none' }, secret: null },
  'reach:check-now': {},
  'reach:accept-address': {},
  'reach:replace-token': {},
  'reach:revoke-old-token': {},
  'reach:get-coach': {},
  'reach:send-test-event': { name: 'CALL_ENDED' },
  'reach:list-gaps': {},
  'team:get-team': {},
  'team:check-invitation': { text: 'voice360-team:…' },
  'team:join': {},
  'team:leave': {},
  'backup:get-state': {},
  'backup:make-backup': { path: '/nowhere/a.v360backup', passphrase: 'seven green bottles' },
  'backup:cancel-backup': {},
  'backup:choose-backup': { path: '/nowhere/a.v360backup' },
  'backup:check-backup': { passphrase: 'seven green bottles' },
  'backup:restore-backup': {},
  'backup:take-back': { name: 'ledger.db.other-key' },
  'backup:change-key': {},
  'diagnostics:get-diagnostics': {},
  'diagnostics:make-bundle': { hasEvents: true },
  'dialing:interpret-text': { text: '212 555 0101', isToCall: true },
  'dialing:propose-dial': { text: '212 555 0101' },
  'dialing:confirm-dial': {
    dialId: id,
    candidateIndex: 0,
    callerId: null,
    isRecorded: false,
    isAgreed: false
  },
  'dialing:cancel-dial': { dialId: id },
  'dialing:get-dial': {},
  'dialing:get-suggestions': {},
  'hotkeys:get-hotkeys': {},
  'hotkeys:set-mode': { mode: 'recording' },
  'links:get-handlers': {},
  'links:make-default': { scheme: 'tel' },
  'startup:get-start-at-login': {},
  'startup:set-start-at-login': { isOn: true },
  'popup:list-cards': {},
  'popup:dismiss-card': { callId: 'call-1' },
  'popup:fit-height': { heightPx: 120 },
  'dialing:fit-height': { heightPx: 120 },
  'window:show-person': { address: '+12125550101', compose: null }
}

let handlers: RequestHandlers
let host: ReturnType<typeof officeServices>['host']
let log: ReturnType<typeof createRecordingLog>

beforeEach(() => {
  const services = officeServices()
  handlers = {
    ...createStartHandlers(settledStart(), () => Promise.resolve()),
    ...createRequestHandlers(services)
  }
  host = services.host
  log = createRecordingLog()
})

const answer = (channel: string, args: unknown, changed: Partial<RequestHandlers> = {}) =>
  createRequestAnswerer(contract, { ...handlers, ...changed }, log)(channel, args)

describe('each channel', () => {
  test('has a contract and a handler, and nothing else has', () => {
    expect(Object.keys(contract).toSorted()).toEqual(requestChannels.toSorted())
    expect(Object.keys(handlers).toSorted()).toEqual(requestChannels.toSorted())
    expect(Object.keys(events).toSorted()).toEqual(eventChannels.toSorted())
  })

  test.each(requestChannels)('%s answers what the contract says', async (channel) => {
    expect(await answer(channel, sensible[channel])).toMatchObject({ ok: true })
    expect(log.lines).toEqual([])
  })

  test.each(requestChannels)('%s refuses what it has not asked for', async (channel) => {
    const args = { ...sensible[channel], andThen: 'drop tables' }
    expect(await answer(channel, args)).toMatchObject({ ok: false, code: 'bad-request' })
  })

  test.each(requestChannels)('%s refuses what is no request at all', async (channel) => {
    for (const args of [undefined, null, 'text', 7, []]) {
      expect(await answer(channel, args)).toMatchObject({ ok: false, code: 'bad-request' })
    }
  })
})

test.each(['calls:drop-all', '', '__proto__', 'constructor', 'calls:call-changed'])(
  'the unknown channel %j is refused',
  async (channel) => {
    expect(await answer(channel, {})).toMatchObject({ ok: false, code: 'unknown-request' })
  }
)

describe('arguments', () => {
  test.each([
    ['an account that is no number', 'session:check-key', { accountId: '61', key: 'k' }],
    ['an empty key', 'session:check-key', { accountId: 61, key: '  ' }],
    ['too many rows', 'calls:list-calls', { filter: noFilter, after: null, limit: 501 }],
    ['an address of a page’s length', 'calls:get-timeline', { address: '1'.repeat(65), ...page }],
    ['an id that is none', 'dialing:cancel-dial', { dialId: 'mine' }],
    [
      'a candidate before the first',
      'dialing:confirm-dial',
      { ...sensible['dialing:confirm-dial'], candidateIndex: -1 }
    ],
    ['a text of a book’s length', 'dialing:interpret-text', { text: 'x'.repeat(2_001), isToCall: true }],
    ['a window taller than a screen', 'popup:fit-height', { heightPx: 10_000 }]
  ])('%s are refused before the handler', async (_what, channel, args) => {
    expect(await answer(channel, args)).toMatchObject({ ok: false, code: 'bad-request' })
    expect(host.asked).toEqual([])
  })

  test('that are refused are not told back: there may be a key among them', async () => {
    const refused = await answer('session:check-key', { accountId: 'no', key: 'a-key-that-is-secret' })
    expect(JSON.stringify([refused, log.lines])).not.toContain('a-key-that')
  })

  test('reach the handler as the contract reads them', async () => {
    let given = {}
    await answer(
      'session:check-key',
      { accountId: 61, key: '  padded-by-the-clipboard \n' },
      {
        'session:check-key': (args) => {
          given = args
          return { ok: false, failure: { code: 'x', message: 'x' } }
        }
      }
    )
    expect(given).toEqual({ accountId: 61, key: 'padded-by-the-clipboard' })
  })
})

describe('what goes wrong in the app', () => {
  const secret = 'at /home/john/secret.ts:12'
  const broken = () => {
    throw new Error(secret)
  }

  test.each([
    ['throws', broken],
    ['rejects', () => Promise.reject(new Error(secret))],
    ['throws what is no error', () => Promise.reject(secret)]
  ])('a handler that %s crosses as a sentence, and the log says more', async (_how, handler) => {
    const answered = await answer('messages:list-threads', {}, { 'messages:list-threads': handler })
    expect(answered).toMatchObject({ ok: false, code: 'internal' })
    expect(JSON.stringify(answered)).not.toContain(secret)
    expect(log.lines).toEqual([
      {
        level: 'error',
        message: 'A request failed',
        details: { channel: 'messages:list-threads', error: secret }
      }
    ])
  })

  test('a result that is not what the contract says never crosses', async () => {
    const half = { ...unknownReach, eventCount: 1.5 }
    expect(await answer('reach:get-reach', {}, { 'reach:get-reach': () => half })).toMatchObject({
      ok: false,
      code: 'internal'
    })
    expect(log.lines).toHaveLength(1)
  })

  test('neither does a field that the contract does not name', async () => {
    const session = { status: 'signed-out' as const, reason: null, apiKey: 'a-key-that-is-secret' }
    expect(await answer('session:get-session', {}, { 'session:get-session': () => session })).toEqual({
      ok: true,
      value: { status: 'signed-out', reason: null }
    })
  })
})

test('a page brings the window up and the person into it', async () => {
  await answer('window:show-person', { address: '+12125550101', compose: 'message' })
  await answer('popup:fit-height', { heightPx: 240 })
  await answer('dialing:fit-height', { heightPx: 180 })
  expect(host.asked).toEqual([
    'mainWindow.show',
    'publish window:person-requested',
    'popupWindow.fitHeight 240',
    'dialStrip.fitHeight 180'
  ])
})

test('a timeline is found however the address is written', async () => {
  expect(await answer('calls:get-timeline', { address: '(212) 555-0101', ...page })).toMatchObject({
    ok: true,
    value: { entries: [{ kind: 'message' }] }
  })
})
