import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { controlSimulator, type SimulatorControl } from '../../../scripts/simulator-control.ts'
import { readCommandLine } from '../../../src/main/core/links/index.ts'
import { writeMessages } from '../../../src/renderer/features/history-export/write-messages.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/start-simulator.ts'
import { composeOnSimulator, type OnSimulator } from '../../fakes/compose-on-simulator.ts'
import { hostileCommandLines } from '../../fixtures/hostile-links.ts'

const customer = '+12125550123'
const myLine = '+15559876543'
const everyCall = { filter: noFilter, after: null, limit: 10 }

let simulator: Simulator
let control: SimulatorControl
let host: OnSimulator['host']
let log: OnSimulator['log']
let ask: OnSimulator['ask']
let application: OnSimulator['application']

beforeEach(async () => {
  simulator = await startSimulator({ ringMs: 100, talkMs: 100 })
  onTestFinished(() => simulator.stop())
  control = controlSimulator(simulator.url)
})

async function start(...keys: readonly string[]): Promise<void> {
  ;({ application, ask, host, log } = await composeOnSimulator(simulator, keys))
  await control.post('/webhooks', { url: application.reach().webhookUrl })
}

const dialsSeen = async (): Promise<number> =>
  (await control.get<{ method: string; path: string }[]>('/requests')).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/call/outbound')
  ).length
const everyKey = (): readonly string[] => [simulator.keys.users['1001'] ?? '', simulator.keys.developer]

describe('a start', () => {
  test('without a key listens, and waits for one', async () => {
    await start()
    expect(await ask('session:get-session', {})).toEqual({ status: 'signed-out', reason: null })
    expect(await ask('reach:get-reach', {})).toMatchObject({ state: 'degraded', reason: 'reach.unproven' })
    expect(await ask('presence:get-presence', {})).toMatchObject({ detail: 'none' })
    await application.stop()
  })

  test('with keys signs in, and knows everyone and my lines', async () => {
    await start(...everyKey())
    expect(await ask('session:get-session', {})).toMatchObject({
      status: 'signed-in',
      keyKinds: ['user', 'developer']
    })
    await expect.poll(() => ask('presence:get-presence', {})).toMatchObject({ detail: 'with-calls' })
    await expect.poll(() => ask('messages:list-lines', {})).toHaveLength(2)
    await application.stop()
  })

  test('with a key that nobody has says so in the log, without the key', async () => {
    await start('canary-key-0123456789')
    expect(log.lines).toMatchObject([{ level: 'error', details: { reason: 'keys.rejected' } }])
    expect(JSON.stringify(log.lines)).not.toContain('canary')
    await application.stop()
  })
})

test('the host is told which theme to show', async () => {
  await start()
  expect(host.asked).toContain('theme system')
  await ask('settings:update-settings', { change: { theme: 'dark' } })
  expect(host.asked).toContain('theme dark')
  await application.stop()
})

test('a caller pops up, is told of, and stays in the list', async () => {
  await start(...everyKey())
  const { call_id: callId } = await control.post('/calls', { from: customer, to: myLine })
  await expect
    .poll(() => ask('popup:list-cards', {}))
    .toMatchObject([{ call: { state: 'ringing', isMine: true } }])
  expect(host.asked).toEqual(expect.arrayContaining(['popupWindow.show', 'publish calls:call-changed']))

  await control.post(`/calls/${String(callId)}/hang-up`, {})
  await expect
    .poll(() => ask('popup:list-cards', {}))
    .toMatchObject([{ call: { state: 'missed' }, leavesAtMs: null }])
  const [card] = await ask('popup:list-cards', {})
  await ask('popup:dismiss-card', { callId: card?.call.id ?? '' })
  expect(host.asked.at(-1)).toBe('popupWindow.hide')
  expect(await ask('calls:list-calls', everyCall)).toMatchObject({ calls: [{ state: 'missed' }] })
  expect(await ask('reach:get-reach', {})).toMatchObject({ state: 'listening' })
  await application.stop()
})

test('a call whose end was lost is closed by presence, about when its channel was gone', {
  timeout: 60_000
}, async () => {
  await start(...everyKey())
  await control.put('/faults', { drop: ['CALL_ENDED', 'USER_HANGUP'] })
  const { call_id: callId } = await control.post('/calls', { from: customer, to: myLine })
  await control.post(`/calls/${String(callId)}/answer`, { extension: '1001' })
  const list = async () => (await ask('calls:list-calls', everyCall)).calls
  await expect.poll(list).toMatchObject([{ state: 'answered' }])
  const isSeen = async () =>
    (await ask('presence:get-presence', {})).colleagues.some(({ calls }) => (calls ?? []).length > 0)
  await expect.poll(isSeen, { timeout: 10_000 }).toBe(true)
  await control.post(`/calls/${String(callId)}/hang-up`, {})
  await expect
    .poll(list, { timeout: 30_000 })
    .toMatchObject([{ state: 'ended', isEndApproximate: true, isMine: true }])
  await application.stop()
})

test('a missed call waits until it is called back; a note and an outcome stay with it', async () => {
  await start(...everyKey())
  const { call_id: callId } = await control.post('/calls', { from: customer, to: myLine })
  await expect.poll(() => ask('popup:list-cards', {})).toHaveLength(1)
  await control.post(`/calls/${String(callId)}/hang-up`, {})
  await expect.poll(() => ask('calls:count-unread', {})).toEqual({ count: 1 })
  const [missed] = (await ask('calls:list-calls', everyCall)).calls
  const id = missed?.id ?? ''
  expect(await ask('calls:set-note', { callId: id, body: 'wants a quote', seen: '' })).toMatchObject({
    ok: true
  })
  expect(await ask('calls:set-outcome', { callId: id, outcome: 'call again', seen: null })).toMatchObject({
    ok: true
  })

  await ask('settings:update-settings', { change: { undoSeconds: 0 } })
  const dial = await ask('dialing:propose-dial', { text: customer })
  await ask('dialing:confirm-dial', {
    dialId: dial.id,
    candidateIndex: 0,
    callerId: null,
    isRecorded: false,
    isAgreed: false
  })
  await expect.poll(() => ask('calls:count-unread', {})).toEqual({ count: 0 })
  expect(await ask('calls:get-call', { callId: id })).toMatchObject({
    isUnread: false,
    note: 'wants a quote',
    outcome: 'call again'
  })
  const found = await ask('calls:list-calls', { ...everyCall, filter: { ...noFilter, text: 'quote' } })
  expect(found.calls.map((call) => call.id)).toEqual([id])
  await application.stop()
})

test('a text comes in, is answered once, and both are one thread', async () => {
  await start(...everyKey())
  await control.post('/messages', { from: customer, to: myLine, body: 'Are you open?' })
  await expect.poll(() => ask('messages:list-threads', {})).toMatchObject([{ unreadCount: 1 }])
  const message = {
    intentId: crypto.randomUUID(),
    line: myLine,
    to: customer,
    body: 'Until six.',
    isDespiteStop: false
  }
  await Promise.all([1, 2, 3].map(() => ask('messages:send-message', message)))
  const [thread] = await ask('messages:list-threads', {})
  const listed = () => ask('messages:list-messages', { threadId: thread?.id ?? '', before: null, limit: 10 })
  await expect
    .poll(listed, { timeout: 10_000 })
    .toMatchObject([{ body: 'Are you open?' }, { state: 'delivered' }])
  await ask('messages:mark-thread', { threadId: thread?.id ?? '', isRead: true })
  expect(await ask('messages:list-threads', {})).toMatchObject([{ unreadCount: 0 }])
  expect(await control.get('/state')).toMatchObject({ messages: [{}, { body: 'Until six.' }] })
  await application.stop()
})

test('a number that says STOP is not written to before its user is asked, until they take that back', async () => {
  await start(...everyKey())
  const isStopped = async () =>
    (await ask('messages:check-recipient', { address: customer })).stoppedAtMs !== null
  const message = { intentId: crypto.randomUUID(), line: myLine, to: customer, body: 'Hello' }
  await control.post('/messages', { from: customer, to: myLine, body: 'Stop' })
  await expect.poll(isStopped).toBe(true)
  expect(host.asked).toContain('publish messages:recipient-changed')
  expect(await ask('messages:send-message', { ...message, isDespiteStop: false })).toMatchObject({
    ok: false,
    failure: { code: 'stopped' }
  })
  expect(await control.get('/state')).toMatchObject({ messages: [{ body: 'Stop' }] })

  await ask('messages:set-stop', { address: customer, isStopped: false })
  expect(await isStopped()).toBe(false)
  expect(await ask('messages:send-message', { ...message, isDespiteStop: false })).toMatchObject({ ok: true })
  await application.stop()
})

test('a longer text goes out in its parts, one after the other, and so does what is scheduled', async () => {
  await start(...everyKey())
  const parts = ['1/3 a', '2/3 b', '3/3 c'].map((body) => ({ id: crypto.randomUUID(), body }))
  const text = { line: myLine, to: customer, isDespiteStop: false }
  await ask('messages:schedule-messages', { ...text, messages: parts, dueAtMs: null })
  const later = [{ id: crypto.randomUUID(), body: 'later' }]
  await ask('messages:schedule-messages', { ...text, messages: later, dueAtMs: Date.now() + 300 })
  const bodies = async () =>
    (await control.get<{ messages: { body: string }[] }>('/state')).messages.map(({ body }) => body)
  await expect.poll(bodies, { timeout: 10_000 }).toEqual(['1/3 a', '2/3 b', '3/3 c', 'later'])
  await expect.poll(() => ask('messages:list-scheduled', {})).toEqual([])
  await application.stop()
})

test('a draft that goes out is gone in every window', async () => {
  await start(...everyKey())
  const draft = {
    address: customer,
    body: 'Hello',
    line: myLine,
    intentId: crypto.randomUUID(),
    wasTried: false
  }
  await ask('messages:save-draft', { draft })
  expect(await ask('messages:list-drafts', {})).toEqual([draft])
  const { intentId, body } = draft
  await ask('messages:send-message', { intentId, line: myLine, to: customer, body, isDespiteStop: false })
  expect(await ask('messages:list-drafts', {})).toEqual([])
  await application.stop()
})

test('messages of a file join their threads', async () => {
  await start(...everyKey())
  const message = { line: myLine, number: customer, direction: 'in', state: 'received', messageId: null }
  const text = JSON.stringify({
    format: 'voice360-messages',
    version: 1,
    messages: [
      { ...message, body: 'Good morning', time: '2026-01-14T08:00:00Z' },
      { ...message, body: 'Are you there?', time: '2026-01-14T08:01:00Z' }
    ]
  })
  const previewed = await ask('messages:preview-import', { fileName: 'old.json', text })
  if (!previewed.ok) throw new Error(previewed.failure.message)
  expect(previewed.value).toMatchObject({ newCount: 2, threadCount: 1 })
  await ask('messages:start-import', { importId: previewed.value.importId })
  await expect
    .poll(() => ask('messages:list-threads', {}))
    .toMatchObject([{ unreadCount: 0, lastMessage: { body: 'Are you there?' } }])
  await application.stop()
})

test.each(['json', 'csv'] as const)(
  'messages that were exported as %s come back the same, and only once',
  async (format) => {
    await start(...everyKey())
    await control.post('/messages', { from: customer, to: myLine, body: '=Are you "open"?\nTell me' })
    await expect.poll(() => ask('messages:list-threads', {})).toHaveLength(1)
    const message = { intentId: crypto.randomUUID(), line: myLine, to: customer, body: 'Until six. 😀' }
    await ask('messages:send-message', { ...message, isDespiteStop: false })
    const listed = async () => {
      const [thread] = await ask('messages:list-threads', {})
      const page = { threadId: thread?.id ?? '', before: null, limit: 10 }
      return (await ask('messages:list-messages', page)).map(({ id: _id, ...rest }) => rest)
    }
    await expect.poll(async () => (await listed()).at(-1)?.state, { timeout: 10_000 }).toBe('delivered')
    const exported = await listed()
    const { parts } = await writeMessages({
      bridge: { request: ask },
      threads: await ask('messages:list-threads', {}),
      format,
      timeZone: 'America/New_York',
      signal: new AbortController().signal,
      onProgress() {}
    })
    const file = { fileName: `messages.${format}`, text: parts.join('') }
    expect(await ask('messages:preview-import', file)).toMatchObject({
      ok: true,
      value: { newCount: 0, knownCount: 2, rejectedCount: 0 }
    })
    await application.stop()

    await start(...everyKey())
    const previewed = await ask('messages:preview-import', file)
    if (!previewed.ok) throw new Error(previewed.failure.message)
    expect(previewed.value).toMatchObject({ newCount: 2, knownCount: 0, rejected: [] })
    await ask('messages:start-import', { importId: previewed.value.importId })
    await expect.poll(listed).toEqual(exported)
    await application.stop()
  }
)

test('a link shows a confirmation; confirmed once it has settled, it becomes one call', async () => {
  await start(...everyKey())
  await ask('settings:update-settings', { change: { undoSeconds: 0 } })
  application.openFromOutside([{ kind: 'link', url: `tel:${customer}` }])
  expect(host.asked).toContain('dialStrip.show')
  const dial = await ask('dialing:get-dial', {})
  const dialId = dial?.id ?? ''
  const confirm = async () => {
    const confirmation = { dialId, candidateIndex: 0, callerId: null, isRecorded: false, isAgreed: false }
    await ask('dialing:confirm-dial', confirmation)
    return Date.now()
  }
  // As by an impatient hand: until it is taken.
  const state = async () => (await ask('dialing:get-dial', {}))?.state
  await expect
    .poll(async () => ((await confirm()) < (dial?.acceptsFromMs ?? 0) ? 'early' : state()))
    .toBe('placed')
  expect(await dialsSeen()).toBe(1)
  await expect
    .poll(() => ask('calls:list-calls', everyCall))
    .toMatchObject({ calls: [{ direction: 'outbound', isMine: true, other: { address: customer } }] })
  await ask('dialing:cancel-dial', { dialId })
  expect(host.asked.at(-1)).toBe('dialStrip.hide')
  await application.stop()
})

test('a link to write begins a draft for its number, and sends nothing', async () => {
  await start(...everyKey())
  application.openFromOutside([{ kind: 'link', url: `sms:${customer}?body=Hello` }])
  await expect
    .poll(() => ask('messages:list-drafts', {}))
    .toMatchObject([{ address: customer, body: 'Hello', wasTried: false }])
  expect(host.asked).toEqual(expect.arrayContaining(['mainWindow.show', 'publish window:person-requested']))
  expect(await control.get('/state')).toMatchObject({ messages: [] })
  await application.stop()
})

test('500 hostile links and command lines show one dialog, dial nothing, send nothing', async () => {
  await start(...everyKey())
  for (const argv of hostileCommandLines) application.openFromOutside(readCommandLine(argv).requests)
  const counted = await ask('dialing:get-dial', {})
  expect(counted).toMatchObject({ state: 'confirming', source: 'link' })
  expect(counted?.leftOutCount).toBeGreaterThanOrEqual(499)
  expect(log.lines.filter(({ message }) => message.includes('inks'))).toHaveLength(1)
  const dialogs = host.asked.filter((what) => what === 'publish dialing:dial-changed').length
  expect(dialogs).toBe((counted?.leftOutCount ?? 0) + 1)
  expect(host.asked.filter((what) => what === 'publish window:person-requested')).toEqual([])

  // Nor does an Enter that is pressed all the while, as one is that was meant for another program.
  const confirmation = { candidateIndex: 0, callerId: null, isRecorded: false, isAgreed: false }
  await ask('dialing:confirm-dial', { dialId: counted?.id ?? '', ...confirmation })
  await application.stop()
  expect(await dialsSeen()).toBe(0)
  expect(await control.get('/state')).toMatchObject({ messages: [] })
})

test('a dial that still counts down when the app ends is cancelled, and goes out no more', async () => {
  await start(...everyKey())
  application.openFromOutside([{ kind: 'dial', text: customer }])
  const dialId = (await ask('dialing:get-dial', {}))?.id ?? ''
  const confirmation = { dialId, candidateIndex: 0, callerId: null, isRecorded: false, isAgreed: false }
  await expect
    .poll(async () => {
      await ask('dialing:confirm-dial', confirmation)
      return ask('dialing:get-dial', {})
    })
    .toMatchObject({ state: 'counting-down' })
  const stopped = application.stop()
  expect(await ask('dialing:get-dial', {})).toMatchObject({ state: 'cancelled' })
  await stopped
  expect(await dialsSeen()).toBe(0)
})

test('a stop in the middle of things ends quietly', async () => {
  await start(...everyKey())
  await control.post('/calls', { from: customer, to: myLine })
  await control.post('/messages', { from: customer, to: myLine, body: 'Hello' })
  void ask('settings:update-settings', { change: { region: 'DE' } })
  application.openFromOutside([{ kind: 'dial', text: '1002' }])
  await application.stop()
  expect(application.reach()).toMatchObject({ state: 'deaf', webhookUrl: null })
})
