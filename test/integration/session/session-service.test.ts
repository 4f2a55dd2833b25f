import { beforeEach, describe, expect, test, vi } from 'vitest'
import { controlSimulator } from '../../../scripts/simulator-control.ts'
import type { Session } from '../../../src/shared/domain/session.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { accountId, type SessionBench, startSessionBench } from './session-bench.ts'

let simulator: SessionBench['simulator']
let secrets: SessionBench['secrets']
let accounts: SessionBench['accounts']
let apiCalls: SessionBench['apiCalls']
let john: SessionBench['john']
let anna: SessionBench['anna']
let developer: SessionBench['developer']
let open: SessionBench['open']
let keptKeys: SessionBench['keptKeys']

beforeEach(async () => {
  ;({ simulator, secrets, accounts, apiCalls, john, anna, developer, open, keptKeys } =
    await startSessionBench())
})

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
    expect(session.rateBudget()).toMatchObject({ subject: 'user', limit: 1_000 })
    expect(await keptKeys()).toEqual([john, null])
  })

  test('with another key, the limit of what went without one counts no more', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    await session.api()?.getAvailability()
    expect(session.rateBudget()).toMatchObject({ subject: 'public', limit: 100 })
    await session.signIn({ accountId, key: developer, extension: '1001' })
    await session.api()?.getAvailability()
    expect(session.rateBudget()).toMatchObject({ subject: 'developer', limit: 1_000 })
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
    expect(session.rateBudget()).toBeNull()
    expect(await keptKeys()).toEqual([null, null])

    const next = open()
    await next.restore()
    expect(next.api()).toBeNull()
  })

  describe('while the keychain deletes nothing', () => {
    let unlock: () => void
    beforeEach(async () => {
      const session = open()
      await session.signIn({ accountId, key: john, extension: null })
      await session.signIn({ accountId, key: developer, extension: null })
      const locked = vi.spyOn(secrets, 'remove').mockRejectedValue(new Error('The keyring is locked'))
      unlock = () => locked.mockRestore()
    })

    test('signs out all the same, and says that the keys are there still', async () => {
      const log = createRecordingLog()
      const session = open(log)
      await session.restore()
      await session.signOut()
      expect(session.api()).toBeNull()
      expect(session.current.get()).toEqual({
        status: 'signed-out',
        reason: 'keys.left {"accountId":61,"store":"memory, for this run only"}'
      })
      expect(session.listAccounts()).toMatchObject([{ keyKinds: [], hasKeysLeft: true }])
      expect(log.lines).toMatchObject([{ level: 'warn' }])
    })

    test('leaves them no longer than to the next start with a keychain that does', async () => {
      await open().signOut()
      expect(await keptKeys()).toEqual([john, developer])

      const locked = open()
      await locked.restore()
      expect(locked.api()).toBeNull()
      expect(locked.current.get()).toMatchObject({ reason: expect.stringContaining('keys.left') })

      unlock()
      const next = open()
      await next.restore()
      expect(next.current.get()).toEqual({ status: 'signed-out', reason: null })
      expect(next.listAccounts()).toMatchObject([{ hasKeysLeft: false }])
      expect(await keptKeys()).toEqual([null, null])
    })

    test('lets the same account sign in again, whose key then stays', async () => {
      const session = open()
      await session.restore()
      await session.signOut()
      unlock()
      await session.signIn({ accountId, key: john, extension: null })
      expect(session.listAccounts()).toMatchObject([{ keyKinds: ['user'], hasKeysLeft: false }])
      expect(await keptKeys()).toEqual([john, null])
      const next = open()
      await next.restore()
      expect(next.keyKinds()).toEqual(['user'])
    })
  })

  test('that is still deleting takes no key with it that was given meanwhile', async () => {
    const session = open()
    await session.signIn({ accountId, key: john, extension: null })
    const unlocked = Promise.withResolvers<void>()
    const remove = secrets.remove.bind(secrets)
    vi.spyOn(secrets, 'remove').mockImplementation(async (name) => {
      await unlocked.promise
      return remove(name)
    })
    const signedOut = session.signOut()
    const signedIn = session.signIn({ accountId, key: john, extension: null })
    // By the second time that its key was checked it would be kept.
    await expect.poll(() => apiCalls.list().length).toBe(2)
    unlocked.resolve()
    await Promise.all([signedOut, signedIn])
    expect(await keptKeys()).toEqual([john, null])
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

describe('where a policy settles the account', () => {
  const signIn = (service: ReturnType<typeof open>) =>
    service.signIn({ accountId, key: john, extension: null })

  test('another one that was kept is not signed in to again, and its key stays', async () => {
    await signIn(open())
    const managed = open(createRecordingLog(), simulator.apiUrl, { accountId: accountId + 1 })
    await managed.restore()
    expect(managed.current.get()).toMatchObject({
      status: 'signed-out',
      reason: expect.stringContaining('policy.otherAccount')
    })
    expect(await keptKeys()).toEqual([john, null])
  })

  test('an API that moved is asked by the key that was kept', async () => {
    await signIn(open())
    accounts.write({ ...accounts.read(), apiUrl: 'http://127.0.0.1:9/v3/voice' })
    const managed = open(createRecordingLog(), simulator.apiUrl, { apiUrl: simulator.apiUrl })
    await managed.restore()
    expect(await managed.api()?.getProfile()).toMatchObject({ ok: true })
  })
})
