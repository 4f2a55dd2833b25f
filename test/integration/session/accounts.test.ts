import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { controlSimulator } from '../../../scripts/simulator-control.ts'
import { createAccountBook, expectAccount, signInWithKeys } from '../../../src/main/core/session/index.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { accountId, type SessionBench, startSessionBench } from './session-bench.ts'

let simulator: SessionBench['simulator']
let secrets: SessionBench['secrets']
let accounts: SessionBench['accounts']
let restarts: SessionBench['restarts']
let john: SessionBench['john']
let anna: SessionBench['anna']
let developer: SessionBench['developer']
let open: SessionBench['open']
let keptKeys: SessionBench['keptKeys']

beforeEach(async () => {
  ;({ simulator, secrets, accounts, restarts, john, anna, developer, open, keptKeys } =
    await startSessionBench())
})

/** The simulator once more, whose account is another there. */
async function otherAccount() {
  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url?.replace('/77/', `/${accountId}/`)
    const headers = { 'x-api-key': String(request.headers['x-api-key']) }
    const answer = await fetch(`${simulator.url}${path}`, { headers })
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(await answer.text())
  }
  const server = createServer((request, response) => void forward(request, response))
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

  test('a start waits for no restart: a key given to it is kept, and whoever was switched to meanwhile stays', async () => {
    const { apiUrl, key } = await otherAccount()
    await open().signIn({ accountId, key: john, extension: null })
    const started = open(undefined, apiUrl)
    await started.restore()
    const log = createRecordingLog()
    await signInWithKeys(started, { accountId: 77, extension: null, keys: [key] }, log)
    expect(log.lines).toEqual([])
    expect(restarts).toEqual([])
    expect(started.accountId()).toBe(accountId)
    expect(started.listAccounts()).toMatchObject([
      { accountId, isCurrent: true },
      { accountId: 77, keyKinds: ['user'], isCurrent: false }
    ])
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
