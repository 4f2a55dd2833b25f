import { createServer } from 'node:http'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { controlSimulator } from '../../../scripts/simulator-control.ts'
import { createBoundedLog } from '../../../src/main/core/bounded-log.ts'
import {
  createAccountBook,
  createSessionService,
  expectAccount
} from '../../../src/main/core/session/index.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'
import type { Session } from '../../../src/shared/domain/session.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/start-simulator.ts'
import { InMemoryDocumentStore } from '../../fakes/in-memory-document-store.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

const accountId = 61

let simulator: Simulator
let secrets: InMemorySecretStore
let accounts: InMemoryDocumentStore
let john: string
let anna: string
let developer: string
let restarts: string[]

beforeEach(async () => {
  simulator = await startSimulator()
  onTestFinished(() => simulator.stop())
  secrets = new InMemorySecretStore()
  accounts = new InMemoryDocumentStore()
  restarts = []
  john = simulator.keys.users['1001'] ?? ''
  anna = simulator.keys.users['1002'] ?? ''
  developer = simulator.keys.developer
})

/** The service as it is after a start of the app; what an earlier run kept is still there. */
const open = (log = createRecordingLog(), apiUrl = simulator.apiUrl) =>
  createSessionService({
    apiUrl,
    secrets,
    accounts: createAccountBook(accounts),
    restart: () => Promise.resolve(void restarts.push(createAccountBook(accounts).ledgerFile())),
    clock: { nowMs: () => 1_000 },
    apiCalls: createBoundedLog(10),
    noteRateBudget: () => {},
    t: textByKey,
    log
  })
const keptKeys = () => Promise.all([secrets.read('api-key:61:user'), secrets.read('api-key:61:developer')])

describe('checking a key', () => {
  test('a user key says who I am', async () => {
    expect(await open().checkKey({ accountId, key: john })).toEqual({
      ok: true,
      value: {
        kind: 'user',
        me: {
          extension: '1001',
          name: 'John Smith',
          email: 'john.smith@company.com',
          timeZone: 'America/New_York'
        },
        extensions: []
      }
    })
  })

  test('a developer key offers everyone that I may be', async () => {
    const checked = await open().checkKey({ accountId, key: developer })
    expect(checked).toMatchObject({ ok: true, value: { kind: 'developer', me: null } })
    expect(checked.ok && checked.value.extensions.slice(0, 2)).toEqual([
      { extension: '1001', name: 'John Smith' },
      { extension: '1002', name: 'Anna Kowalska' }
    ])
  })

  test('signs nobody in and keeps nothing', async () => {
    const session = open()
    await session.checkKey({ accountId, key: john })
    expect(session.current.get()).toEqual({ status: 'signed-out', reason: null })
    expect(session.api()).toBeNull()
    expect(await keptKeys()).toEqual([null, null])
  })

  test('a key that nobody has is rejected', async () => {
    expect(await open().checkKey({ accountId, key: 'v360_dev_of_somebody_else' })).toEqual({
      ok: false,
      failure: { code: 'key-rejected', message: 'keys.rejected' }
    })
  })

  test.each(['user', 'developer'])('an account that does not exist is named, with a %s key', async (kind) => {
    const key = kind === 'user' ? john : developer
    expect(await open().checkKey({ accountId: 62, key })).toEqual({
      ok: false,
      failure: { code: 'account-unknown', message: 'keys.accountUnknown {"accountId":62}' }
    })
  })

  test('a developer key is told where the API has no profile', async () => {
    await controlSimulator(simulator.url).put('/faults', { path_prefix: '/user', api_status: 404 })
    expect(await open().checkKey({ accountId, key: developer })).toMatchObject({
      ok: true,
      value: { kind: 'developer' }
    })
  })

  test('an API that is down is not a wrong key', async () => {
    await simulator.stop()
    const checked = await open().checkKey({ accountId, key: john })
    expect(checked).toMatchObject({ ok: false, failure: { code: 'unreachable' } })
  })

  test('neither is one that answers something else', async () => {
    await controlSimulator(simulator.url).put('/faults', { api_html: true })
    expect(await open().checkKey({ accountId, key: john })).toEqual({
      ok: false,
      failure: { code: 'check-failed', message: 'api.unexpected' }
    })
  })
})

describe('signing in', () => {
  test('with a user key', async () => {
    const session = open()
    const heard: Session[] = []
    session.current.watch((current) => heard.push(current))
    const outcome = await session.signIn({ accountId, key: john, extension: null })
    expect(outcome).toMatchObject({
      ok: true,
      value: { status: 'signed-in', accountId, keyKinds: ['user'], me: { extension: '1001' } }
    })
    expect(heard).toEqual([outcome.ok && outcome.value])
    expect(session.me()?.name).toBe('John Smith')
    expect(session.keyKinds()).toEqual(['user'])
    expect(await session.api()?.getNumbers()).toMatchObject({ ok: true })
    expect(session.rateBudget.get()).toMatchObject({ limit: 1_000 })
    expect(await keptKeys()).toEqual([john, null])
  })

  test('with a developer key, as the one I say I am', async () => {
    const session = open()
    expect(await session.signIn({ accountId, key: developer, extension: null })).toMatchObject({
      ok: false,
      failure: { code: 'extension-needed' }
    })
    expect(await session.signIn({ accountId, key: developer, extension: '9999' })).toMatchObject({
      ok: false,
      failure: { code: 'extension-needed' }
    })
    expect(await keptKeys()).toEqual([null, null])
    expect(await session.signIn({ accountId, key: developer, extension: '1002' })).toMatchObject({
      ok: true,
      value: { keyKinds: ['developer'], me: { extension: '1002', name: 'Anna Kowalska' } }
    })
  })

  test.each([
    ['user', 'developer'],
    ['developer', 'user']
  ])('with a %s key, then a %s key', async (first) => {
    const session = open()
    const keys = first === 'user' ? [john, developer] : [developer, john]
    for (const key of keys) await session.signIn({ accountId, key, extension: '1001' })
    expect(session.keyKinds().toSorted()).toEqual(['developer', 'user'])
    expect(session.me()?.extension).toBe('1001')
    expect(await session.api()?.getNumbers()).toMatchObject({ ok: true })
    expect(await session.api()?.getQueues()).toMatchObject({ ok: true })
    expect(await keptKeys()).toEqual([john, developer])
  })

  test('with the key of someone else is refused, and changes nothing', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    const before = session.current.get()
    expect(await session.signIn({ accountId, key: anna, extension: null })).toMatchObject({
      ok: false,
      failure: { code: 'other-person' }
    })
    expect(session.current.get()).toBe(before)
    expect(await keptKeys()).toEqual([john, null])
  })

  test('with a wrong key changes nothing', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    const before = session.current.get()
    expect(await session.signIn({ accountId, key: 'wrong', extension: null })).toMatchObject({
      ok: false,
      failure: { code: 'key-rejected' }
    })
    expect(session.current.get()).toBe(before)
  })

  test('leaves no key in the session or in what is remembered of the account', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await session.signIn({ accountId, key: developer, extension: null })
    const seen = JSON.stringify([session.current.get(), accounts.read()])
    expect(seen).not.toContain(john.slice(0, 8))
    expect(seen).not.toContain(developer.slice(-8))
  })
})

describe('the next start', () => {
  beforeEach(async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await session.signIn({ accountId, key: developer, extension: null })
  })

  test('signs in again with what was kept, without asking the API', async () => {
    await simulator.stop()
    const session = open()
    await session.restore()
    expect(session.current.get()).toMatchObject({
      status: 'signed-in',
      keyKinds: ['user', 'developer'],
      me: { name: 'John Smith' }
    })
  })

  test('claims no key that the keychain has lost', async () => {
    await secrets.remove('api-key:61:user')
    const session = open()
    await session.restore()
    expect(session.keyKinds()).toEqual(['developer'])
  })

  test('stays signed out where all keys are lost, and says so in the log', async () => {
    await secrets.remove('api-key:61:user')
    await secrets.remove('api-key:61:developer')
    const log = createRecordingLog()
    const session = open(log)
    await session.restore()
    expect(session.current.get()).toMatchObject({
      status: 'signed-out',
      reason: expect.stringContaining('keys.lost')
    })
    expect(log.lines).toMatchObject([{ level: 'warn' }])
  })

  test('stays signed out where what was remembered is broken', async () => {
    accounts.write({ ...accounts.read(), accounts: 'sixty-one' })
    const session = open()
    await session.restore()
    expect(session.api()).toBeNull()
  })
})

describe('signing out', () => {
  test('forgets keys, account and rate, at once and for the next start', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await session.signIn({ accountId, key: developer, extension: null })
    await session.api()?.getQueues()
    await session.signOut()
    expect(session.current.get()).toEqual({ status: 'signed-out', reason: null })
    expect(session.api()).toBeNull()
    expect(session.me()).toBeNull()
    expect(session.keyKinds()).toEqual([])
    expect(session.rateBudget.get()).toBeNull()
    expect(await keptKeys()).toEqual([null, null])

    const next = open()
    await next.restore()
    expect(next.api()).toBeNull()
  })

  test('lets another sign in', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await session.signOut()
    expect(await session.signIn({ accountId, key: anna, extension: null })).toMatchObject({
      ok: true,
      value: { keyKinds: ['user'], me: { extension: '1002' } }
    })
  })
})

/** The simulator once more, whose account is another there. */
async function otherAccount() {
  const server = createServer((request, response) => {
    const path = request.url?.replace('/77/', `/${accountId}/`)
    const headers = { 'x-api-key': String(request.headers['x-api-key']) }
    void fetch(`${simulator.url}${path}`, { headers }).then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(await answer.text())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : null
  return { apiUrl: `http://127.0.0.1:${port}${new URL(simulator.apiUrl).pathname}`, key: anna }
}

describe('several accounts', () => {
  test('a further one gets a ledger of its own, and the application is put together around it', async () => {
    const { apiUrl, key } = await otherAccount()
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    expect(restarts).toEqual([])
    const there = open(undefined, apiUrl)
    await there.restore()
    expect(await there.signIn({ accountId: 77, key, extension: null })).toMatchObject({
      ok: true,
      value: { accountId: 77 }
    })
    expect(restarts).toEqual(['ledger-77.db'])
    expect(there.accountId()).toBe(61)

    const next = open()
    await next.restore()
    expect(next.accountId()).toBe(77)
    expect(next.listAccounts()).toMatchObject([
      { accountId: 61, keyKinds: ['user'], isCurrent: false },
      { accountId: 77, keyKinds: ['user'], isCurrent: true }
    ])
    expect([next.isOfOtherAccount('61'), next.isOfOtherAccount('77'), next.isOfOtherAccount('5')]).toEqual([
      true,
      false,
      false
    ])
    expect(next.isOfOtherAccount(null)).toBe(false)
    expect(await next.switchAccount(61)).toMatchObject({ ok: true })
    expect(restarts).toEqual(['ledger-77.db', 'ledger.db'])
  })

  test('one of them is signed out without the other, and comes back to the ledger it had', async () => {
    const { apiUrl, key } = await otherAccount()
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await open(undefined, apiUrl).signIn({ accountId: 77, key, extension: null })
    const next = open()
    await next.restore()
    await next.signOut(61)
    expect(next.accountId()).toBe(77)
    expect(await keptKeys()).toEqual([null, null])
    expect(await secrets.read('api-key:77:user')).toBe(key)
    expect(await next.switchAccount(61)).toMatchObject({ ok: false, failure: { code: 'signed-out' } })
    await next.signIn({ accountId, key: john, extension: null })
    expect(restarts.at(-1)).toBe('ledger.db')
  })

  test('what an earlier build kept of its one account is taken over', async () => {
    const me = { extension: '1001', name: 'John Smith', email: null, timeZone: null }
    accounts.write({ apiUrl: simulator.apiUrl, accountId, keyKinds: ['user'], me })
    await secrets.write('api-key:61:user', john)
    const session = open()
    await session.restore()
    expect(session.current.get()).toMatchObject({ status: 'signed-in', accountId, me, rejected: {} })
    expect(createAccountBook(accounts).ledgerFile()).toBe('ledger.db')
  })

  test('a name of a ledger that leads elsewhere is not followed', () => {
    accounts.write({ current: 61, accounts: [{ accountId, ledgerFile: '../../elsewhere.db' }] })
    expect(createAccountBook(accounts).ledgerFile()).toBe('ledger.db')
  })

  test('keys given at the start bring their account with them, before its ledger is opened', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    const book = createAccountBook(accounts)
    expectAccount(book, { accountId: 77, apiUrl: simulator.apiUrl })
    expect(book.ledgerFile()).toBe('ledger-77.db')
    expectAccount(book, { accountId, apiUrl: simulator.apiUrl })
    expect(book.ledgerFile()).toBe('ledger.db')
  })
})

describe('a key that Voice360 rejects', () => {
  const rejecting = (isRejected: boolean) =>
    controlSimulator(simulator.url).put('/faults', isRejected ? { api_status: 401 } : {})

  test('is kept and marked, also for the next start, until it works again', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await session.signIn({ accountId, key: developer, extension: null })
    let changeCount = 0
    session.keysChanged.watch(() => {
      changeCount += 1
    })
    await rejecting(true)
    await session.api()?.getNumbers()
    await session.api()?.getNumbers()
    expect(session.current.get()).toMatchObject({ status: 'signed-in', rejected: { user: 1_000 } })
    expect(await keptKeys()).toEqual([john, developer])
    expect(changeCount).toBe(0)

    const next = open()
    await next.restore()
    expect(next.current.get()).toMatchObject({ rejected: { user: 1_000 } })
    await rejecting(false)
    await next.api()?.getQueues()
    expect(next.current.get()).toMatchObject({ rejected: { user: 1_000 } })
    await next.api()?.getNumbers()
    expect(next.current.get()).toMatchObject({ rejected: {} })
  })

  test('makes way for another', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await rejecting(true)
    await session.api()?.getNumbers()
    await rejecting(false)
    expect(await session.signIn({ accountId, key: john, extension: null })).toMatchObject({
      ok: true,
      value: { rejected: {} }
    })
  })

  test('a server that is down says nothing of the key', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await controlSimulator(simulator.url).put('/faults', { api_status: 403 })
    await session.api()?.getNumbers()
    await simulator.stop()
    await session.api()?.getNumbers()
    expect(session.current.get()).toMatchObject({ rejected: {} })
  })
})
