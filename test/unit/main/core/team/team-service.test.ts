import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createSignal } from '../../../../../src/main/core/live-value.ts'
import { createSettingsService } from '../../../../../src/main/core/settings/index.ts'
import {
  createTeamService,
  type Invitation,
  type TeamService,
  writeInvitation
} from '../../../../../src/main/core/team/index.ts'
import { InMemorySecretStore } from '../../../../../src/main/secrets/in-memory-secret-store.ts'
import { defaultSettings, type Settings } from '../../../../../src/shared/domain/settings.ts'
import { InMemoryDocumentStore } from '../../../../fakes/in-memory-document-store.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { sampleInvitation, samplePulse } from '../../../../fakes/sample-team.ts'
import {
  connectedState,
  type ScriptedTeamLink,
  scriptedTeamLink,
  storePulse
} from '../../../../fakes/scripted-team-link.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const relay = { kind: 'relay' } as const
const server = { server: 'nats.example.com:4222' }
const trouble = (code: string) => `team.trouble.${code} ${JSON.stringify(server)}`

let clock: ManualClock
let link: ScriptedTeamLink
let secrets: InMemorySecretStore
let document: InMemoryDocumentStore
let settingsDocument: InMemoryDocumentStore
let lock: Partial<Settings>
let accountId: number | null
let signedOut: Set<number>
let accountChanged: ReturnType<typeof createSignal<void>>
let log: ReturnType<typeof createRecordingLog>
beforeEach(() => {
  clock = createManualClock(9_000)
  link = scriptedTeamLink()
  // A server that lets everybody in, and whose relay is there.
  link.onConnect = (connection) => {
    storePulse(connection, 61, samplePulse(clock.nowMs()))
    connection.become(connectedState)
    connection.pulse(samplePulse(clock.nowMs()))
  }
  secrets = new InMemorySecretStore()
  document = new InMemoryDocumentStore()
  settingsDocument = new InMemoryDocumentStore()
  lock = {}
  accountId = 61
  signedOut = new Set()
  accountChanged = createSignal()
  log = createRecordingLog()
})

function create() {
  const settings = createSettingsService(settingsDocument, textByKey, { path: 'policy.json', set: {}, lock })
  const team = createTeamService({
    loadLink: () => Promise.resolve(link),
    document,
    secrets,
    settings,
    account: { id: () => accountId, hasKeys: (id) => !signedOut.has(id), changed: accountChanged },
    clock,
    log,
    t: textByKey
  })
  onTestFinished(() => team.stop())
  return { team, settings }
}

async function started() {
  const created = create()
  await created.team.start()
  await settled()
  return created
}

const check = (team: TeamService, change: Partial<Invitation> = {}) =>
  team.check(writeInvitation(sampleInvitation(change)))

async function joined() {
  const created = await started()
  await check(created.team)
  await created.team.join()
  await settled()
  return created
}

describe('what is pasted', () => {
  test.each([
    ['is no invitation', 'Dear Anna,', 'no-invitation'],
    ['is cut off', writeInvitation(sampleInvitation()).slice(0, 200), 'incomplete'],
    ['is of another version', `voice360-team:${btoa('{"version":2}')}`, 'other-version']
  ])('and %s is refused with a sentence of its own', async (_what, text, code) => {
    const { team } = await started()
    const failure = { code, message: `team.unreadable.${code}` }
    expect(await team.check(text)).toEqual({ ok: false, failure })
    expect(link.opened).toEqual([])
  })

  test('is refused where it is for another account, saying which is which', async () => {
    const { team } = await started()
    accountId = 62
    expect(await check(team)).toMatchObject({
      failure: { code: 'other-account', message: 'team.otherAccount {"invited":61,"signedIn":62}' }
    })
    accountId = null
    expect(await check(team)).toMatchObject({ failure: { code: 'signed-out' } })
    expect(link.opened).toEqual([])
  })

  test('is refused where it has ended, without anybody being asked', async () => {
    const { team } = await started()
    expect(await check(team, { expiresAtMs: 9_000 })).toMatchObject({
      failure: { code: 'team-expired', message: trouble('expired') }
    })
    expect(link.opened).toEqual([])
  })

  test('is tried, told, and only then kept', async () => {
    const { team, settings } = await started()
    expect(await check(team, { expiresAtMs: 99_000 })).toEqual({
      ok: true,
      value: {
        place: {
          team: 'Northern region',
          accountId: 61,
          extension: '1001',
          reading: {
            isTeamWide: false,
            queueNames: ['Support Queue'],
            lines: ['+1\u00a0555\u00a0123\u00a04567'],
            presence: 'with-calls',
            sharesWork: true
          },
          expiresAtMs: 99_000
        },
        server: 'tls://nats.example.com',
        isRelayKnown: true
      }
    })
    expect(link.latest().isClosed()).toBe(true)
    expect(team.hasInvitation()).toBe(false)
    expect(document.read()).toEqual({})
    expect(settings.current.get().tunnel).toEqual({ kind: 'none' })
  })

  test.each([
    ['disconnected', 'unreachable'],
    ['disconnected', 'certificate'],
    ['disconnected', 'rejected'],
    ['refused', 'expired']
  ] as const)('is not usable where the server says it is %s: %s', async (state, code) => {
    const { team } = await started()
    link.onConnect = (connection) => connection.become({ state, code, detail: '' } as never)
    expect(await check(team)).toMatchObject({ failure: { code: `team-${code}`, message: trouble(code) } })
    expect(link.latest().isClosed()).toBe(true)
    expect(await team.join()).toMatchObject({ failure: { code: 'not-checked' } })
  })

  test('is not usable where nothing may be read', async () => {
    const { team } = await started()
    link.onConnect = (connection) => {
      connection.askingLast = () => Promise.reject(new Error('Permissions Violation'))
      connection.become(connectedState)
    }
    expect(await check(team)).toMatchObject({ failure: { code: 'team-no-jetstream' } })
  })

  test('is given up after ten seconds', async () => {
    const { team } = await started()
    link.onConnect = () => undefined
    const checking = check(team)
    await clock.advance(10_000)
    expect(await checking).toMatchObject({ failure: { code: 'team-unreachable' } })
    expect(link.latest().isClosed()).toBe(true)
  })

  test('says where the relay was never heard', async () => {
    const { team } = await started()
    link.onConnect = (connection) => connection.become(connectedState)
    expect(await check(team)).toMatchObject({ ok: true, value: { isRelayKnown: false } })
  })
})

describe('joining', () => {
  test('keeps the secret in the keychain, the rest in a document, and chooses the relay', async () => {
    const { team, settings } = await joined()
    expect(await secrets.read('team-secret:61')).toBe('SUASEEDTHATISASECRET')
    const written = JSON.stringify([document.read(), settings.current.get(), log.lines, team.current.get()])
    expect(written).not.toContain('SUASEED')
    expect(JSON.stringify(document.read())).toContain('a.jwt.that-is-no-secret')
    expect(settings.current.get().tunnel).toEqual(relay)
    expect(team.current.get()).toMatchObject({
      place: { team: 'Northern region' },
      server: 'tls://nats.example.com',
      connectedSinceMs: 9_000,
      relay: 'answering'
    })
    expect(team.joined.get()).toMatchObject({ team: 'Northern region', access: { extension: '1001' } })
  })

  test('is by the invitation that was checked last, once, and by nobody else', async () => {
    const { team } = await started()
    await check(team)
    accountId = 62
    expect(await team.join()).toMatchObject({ failure: { code: 'not-checked' } })
    accountId = 61
    expect(await team.join()).toMatchObject({ ok: true })
    expect(await team.join()).toMatchObject({ failure: { code: 'not-checked' } })
  })

  test('changes nothing where the keychain does not work', async () => {
    const { team, settings } = await started()
    await check(team)
    secrets.write = () => Promise.reject(new Error('locked'))
    expect(await team.join()).toMatchObject({ failure: { code: 'keychain' } })
    expect(team.hasInvitation()).toBe(false)
    expect(settings.current.get().tunnel).toEqual({ kind: 'none' })
  })

  test('by a new invitation puts it in the place of the one before, and connects with it', async () => {
    const { team } = await joined()
    const before = team.joined.get()
    const credentials = { kind: 'password', user: 'anna', password: 'a-new-password' } as const
    await check(team, { credentials })
    await team.join()
    await settled()
    expect(link.latest().given.credentials).toEqual(credentials)
    expect(team.joined.get()).not.toBe(before)
    expect(link.opened.filter((connection) => !connection.isClosed())).toHaveLength(1)
  })

  test('is remembered in the next run, whatever kind of credentials', async () => {
    for (const credentials of [
      { kind: 'jwt', jwt: 'a.b.c', seed: 'SEED' },
      { kind: 'nkey', seed: 'SEED' },
      { kind: 'password', user: 'anna', password: 'word' }
    ] as const) {
      const first = await started()
      await check(first.team, { credentials })
      await first.team.join()
      await first.team.stop()
      const { team } = await started()
      expect(link.latest().given).toMatchObject({ credentials, inbox: '_INBOX.agent_1001' })
      expect(team.current.get().server).toBe('tls://nats.example.com')
      await team.stop()
    }
  })
})

describe('what the connection lacks', () => {
  test('is the secret, where the keychain has it no longer', async () => {
    await (await joined()).team.stop()
    await secrets.remove('team-secret:61')
    const { team } = await started()
    expect(team.lack.get()).toBe('secret')
    expect(team.current.get().place).not.toBeNull()
    expect(team.joined.get()).toBeNull()
  })

  test('is an invitation or somebody signed in, as accounts come and go', async () => {
    const { team } = await joined()
    expect(team.lack.get()).toBeNull()
    accountId = 62
    accountChanged.emit()
    await settled()
    expect(team.lack.get()).toBe('invitation')
    expect(link.latest().isClosed()).toBe(true)
    accountId = null
    accountChanged.emit()
    await settled()
    expect(team.lack.get()).toBe('account')
    accountId = 61
    accountChanged.emit()
    await settled()
    expect(team.lack.get()).toBeNull()
    expect(team.current.get().server).toBe('tls://nats.example.com')
  })

  test('is nothing while another way is chosen: then nothing is connected', async () => {
    const { team, settings } = await joined()
    settings.update({ tunnel: { kind: 'cloudflared-quick' } })
    await settled()
    expect(link.latest().isClosed()).toBe(true)
    expect(team.lack.get()).toBeNull()
    expect([team.joined.get(), team.state.get(), team.pulse.get()]).toEqual([null, null, null])
    expect(team.hasInvitation()).toBe(true)
    settings.update({ tunnel: relay })
    await settled()
    expect(team.current.get().server).toBe('tls://nats.example.com')
  })
})

test('leaving deletes the invitation, chooses no way, and shares nothing with the next team, in one change', async () => {
  const { team, settings } = await joined()
  settings.update({ isSharingRemarks: true, isSharingContacts: true })
  const write = vi.spyOn(settingsDocument, 'write')
  expect(await team.leave()).toMatchObject({ ok: true, value: { place: null } })
  expect(await secrets.read('team-secret:61')).toBeNull()
  expect(JSON.stringify(document.read())).not.toContain('Northern')
  expect(settings.current.get()).toMatchObject({
    tunnel: { kind: 'none' },
    isSharingRemarks: false,
    isSharingContacts: false
  })
  expect(write).toHaveBeenCalledOnce()
  expect(link.latest().isClosed()).toBe(true)
})

test('an account that is signed out keeps no invitation, and another account keeps its own', async () => {
  const { team } = await joined()
  signedOut.add(62)
  accountChanged.emit()
  await settled()
  expect(team.hasInvitation()).toBe(true)
  signedOut.add(61)
  accountId = null
  accountChanged.emit()
  await settled()
  expect(await secrets.read('team-secret:61')).toBeNull()
  expect(document.read()).toEqual({ teams: [] })
})

test('a secret that the keychain does not delete is tried again, and until then nobody is said to have left', async () => {
  const { team } = await joined()
  const remove = vi.spyOn(secrets, 'remove').mockRejectedValue(new Error('locked'))
  expect(await team.leave()).toMatchObject({ failure: { code: 'keychain' } })
  expect(team.hasInvitation()).toBe(true)
  signedOut.add(61)
  accountId = null
  accountChanged.emit()
  await settled()
  remove.mockRestore()
  accountChanged.emit()
  await settled()
  expect(await secrets.read('team-secret:61')).toBeNull()
  expect(document.read()).toEqual({ teams: [] })
})

describe('a policy', () => {
  test('that settles another way lets nobody join', async () => {
    lock = { tunnel: { kind: 'cloudflared-quick' } }
    const { team } = await started()
    expect(await check(team)).toMatchObject({ failure: { code: 'locked-setting', message: 'reach.locked' } })
    expect(link.opened).toEqual([])
  })

  test('that settles the relay leaves the invitation to be told, and lets nobody leave', async () => {
    lock = { tunnel: relay }
    const { team, settings } = await joined()
    expect(team.current.get().server).toBe('tls://nats.example.com')
    expect(await team.leave()).toMatchObject({ failure: { code: 'locked-setting' } })
    expect(settings.current.get()).toEqual({ ...defaultSettings, tunnel: relay })
  })
})

describe('the relay', () => {
  test('that is silent is asked for; where no answer comes, the connection is made anew, without leaving the team', async () => {
    const { team } = await joined()
    const { length } = link.opened
    const unwatch = team.joined.watch((place) => expect(place).not.toBeNull())
    link.latest().asking = () => new Promise(() => undefined)
    await clock.advance(15_000 + 2_500)
    unwatch()
    expect(link.opened.map((connection) => connection.isClosed()).slice(length - 1)).toEqual([true, false])
  })

  test('that only says nothing new leaves the connection as it is', async () => {
    await joined()
    const { length } = link.opened
    await clock.advance(60_000)
    link.latest().asking = () => Promise.reject(new Error('no responders'))
    await clock.advance(60_000)
    expect(link.opened).toHaveLength(length)
  })
})

test('a connection that is lost says why, and since when it is back', async () => {
  const { team } = await joined()
  link.latest().become({ state: 'disconnected', code: 'lost', detail: '' })
  expect(team.current.get()).toMatchObject({
    server: null,
    connectedSinceMs: null,
    reason: trouble('lost'),
    relay: 'unknown'
  })
  await clock.advance(1_000)
  link.latest().become(connectedState)
  expect(team.current.get()).toMatchObject({ connectedSinceMs: 10_000, reason: null })
})

test('stopped, it is connected to nobody, and what comes then is not heard', async () => {
  const { team } = await joined()
  const last = link.latest()
  await team.stop()
  expect([last.isClosed(), team.joined.get()]).toEqual([true, null])
})
