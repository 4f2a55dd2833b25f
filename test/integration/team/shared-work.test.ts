import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { Kvm } from '@nats-io/kv'
import { connect } from '@nats-io/transport-node'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCallsService } from '../../../src/main/core/calls/index.ts'
import { createDirectory } from '../../../src/main/core/contacts/index.ts'
import { createLiveValue } from '../../../src/main/core/live-value.ts'
import type { TeamConnectionState } from '../../../src/main/core/ports.ts'
import { createLostCallersService } from '../../../src/main/core/queues/index.ts'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import {
  createSharedWork,
  createStreamFollower,
  type Joined,
  permissionsOf,
  type TeamAccess,
  workBucket,
  workStream
} from '../../../src/main/core/team/index.ts'
import { createWallClock } from '../../../src/main/core/wall-clock.ts'
import { createNatsTeamLink } from '../../../src/main/team/nats-team-link.ts'
import { defaultSettings } from '../../../src/shared/domain/settings.ts'
import { createQuickClock } from '../../fakes/quick-clock.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { textByKey } from '../../fakes/text-by-key.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'
import { hasNatsServer, type NatsServer, startNatsServer } from './nats-server.ts'

const names = new Map([
  ['1002', 'Anna Weber'],
  ['1003', 'Ben Okafor'],
  ['1004', 'Carla Diaz']
])
const accessOf = (extension: string): TeamAccess => ({
  accountId: 61,
  extension,
  queueNames: [],
  lines: [],
  isTeamWide: false,
  presence: 'none',
  // Carla may hear of calls, and share nothing.
  sharesWork: extension !== '1004'
})
const inboxOf = (extension: string) => `_INBOX.agent${extension}`

const users = [...names.keys()].map((extension) => {
  const { publish, subscribe } = permissionsOf(accessOf(extension), inboxOf(extension))
  const allowed = (subjects: readonly string[]) => `{ allow: ${JSON.stringify(subjects)} }`
  return `{ user: "${extension}", password: "secret", permissions: { publish: ${allowed(publish)}, subscribe: ${allowed(subscribe)} } }`
})
const config = `authorization { users: [{ user: relay, password: relay }, ${users.join(', ')}] }`

async function createBucket({ url }: NatsServer, isAnew = false): Promise<void> {
  const connection = await connect({ servers: url, user: 'relay', pass: 'relay' })
  if (isAnew) await (await jetstreamManager(connection)).streams.delete(workStream.name)
  const republish = { src: `${workStream.stored}.>`, dest: `${workStream.live}.>` }
  await new Kvm(connection).create(workBucket, { republish })
  await connection.close()
}

async function purgeClaims({ url }: NatsServer): Promise<void> {
  const connection = await connect({ servers: url, user: 'relay', pass: 'relay' })
  const { streams } = await jetstreamManager(connection)
  const { purged } = await streams.purge(workStream.name, { filter: `${workStream.stored}.61.claim.>` })
  expect(purged).toBe(1)
  await connection.close()
}

/** The app of the agent of that extension, from its connection to what its pages ask. */
async function openAgent(server: NatsServer, extension: string, file: string | null = null) {
  const ledger = await openTestLedger({ file })
  const directory = createDirectory(textByKey)
  directory.setColleagues(names)
  const log = createRecordingLog()
  const state = createLiveValue<TeamConnectionState | null>(null)
  const credentials = { kind: 'password', user: extension, password: 'secret' } as const
  const connection = createNatsTeamLink({ clock: systemClock, log }).connect(
    { servers: [server.url], authority: null, credentials, inbox: inboxOf(extension) },
    state.set
  )
  const joined = createLiveValue<Joined | null>({ team: 'Sales', connection, access: accessOf(extension) })
  const work = createSharedWork({
    membership: { joined, state, pulse: createLiveValue(null) },
    ledger,
    follow: (followed) => createStreamFollower(followed, ledger.recovered),
    nameOf: (it) => names.get(it) ?? null,
    // It waits for seconds until it is sure that the bucket is another.
    clock: createQuickClock(20),
    log
  })
  const shared = { ledger, work, directory, clock: onThatDay, t: textByKey }
  const lostCallers = createLostCallersService({ ...shared, publishChanged: () => {} })
  const calls = createCallsService({
    ...shared,
    settings: createLiveValue({ ...defaultSettings, isSharingRemarks: true }),
    identity: () => ({ extension, myLines: null }),
    findColleagues: () => [],
    describeMessage: (record) => record,
    publish: () => {},
    publishReplaced: () => {},
    dialsForgotten: () => {}
  })
  work.start()
  await vi.waitFor(() => expect(state.get()?.state).toBe('connected'), 5_000)
  return {
    ledger,
    lostCallers,
    calls,
    connection,
    work,
    async close() {
      work.stop()
      await connection.close()
      await ledger.close()
    }
  }
}
type Agent = Awaited<ReturnType<typeof openAgent>>

/** The board shows whom a queue lost in the last days. */
const onThatDay = createWallClock({ ...systemClock, nowMs: () => sampleTimeMs + 60_000 }, { me: () => null })

const caller = (index: number) => `+1212555${String(1_000 + index)}`

/** Both are told of the same calls, which nobody of the queue answered. */
async function loseCalls(agents: readonly Agent[], count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const fields = {
      call_id: `lost-${index}`,
      from_number: caller(index),
      to_number: '+15559876543',
      queue_name: 'Sales'
    }
    for (const { ledger } of agents) {
      await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', fields, 0))
      await ledger.appendEvent(webhookEvent('QUEUE_HANGUP_ABANDONED', fields, 30))
    }
  }
}

describe.skipIf(!hasNatsServer)('what a team shares by a real nats-server', { timeout: 30_000 }, () => {
  let folder: string
  let server: NatsServer
  let anna: Agent
  let ben: Agent
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shared-work-'))
    server = await startNatsServer({ config })
    await createBucket(server)
    anna = await openAgent(server, '1002', join(folder, 'anna.db'))
    ben = await openAgent(server, '1003')
  })
  afterEach(async () => {
    await Promise.all([anna.close(), ben.close()])
    await server.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  test('of two agents who claim the same caller at once exactly one gets them, and the other is told who', async () => {
    const rounds = 60
    const claims = Array.from({ length: rounds }, async (_, index) => {
      const [first, second] = index % 2 === 0 ? [anna, ben] : [ben, anna]
      const outcomes = await Promise.all([
        first.lostCallers.mark(caller(index), 'claimed', 0),
        second.lostCallers.mark(caller(index), 'claimed', 0)
      ])
      const winner = outcomes[0].ok ? first : second
      const failure = outcomes.flatMap((it) => (it.ok ? [] : [it.failure]))
      expect(failure).toMatchObject([{ code: 'claimed' }])
      expect(failure[0]?.message).toContain(winner === anna ? 'Anna Weber' : 'Ben Okafor')
      return winner
    })
    const winners = await Promise.all(claims)
    for (const agent of [anna, ben])
      await vi.waitFor(async () => {
        const entries = await agent.ledger.listShared('claim')
        const on = winners.map((_, index) => entries.find(({ id }) => id === caller(index))?.value)
        expect(on.map((value) => value?.includes('"extension":"1002"'))).toEqual(
          winners.map((winner) => winner === anna)
        )
      }, 5_000)
  })

  test('a claim shows on the board of the other, who takes it over; and everyone sees when it is done', async () => {
    await loseCalls([anna, ben], 1)
    const rowOf = async ({ lostCallers }: Agent) => (await lostCallers.list()).callers[0]
    expect(await anna.lostCallers.mark(caller(0), 'claimed', 0)).toMatchObject({ ok: true })
    await vi.waitFor(async () =>
      expect((await rowOf(ben))?.claim).toMatchObject({ by: { name: 'Anna Weber' } })
    )
    const { revision = 0 } = (await rowOf(ben)) ?? {}
    expect(await ben.lostCallers.mark(caller(0), 'claimed', revision)).toMatchObject({ ok: true })
    await vi.waitFor(async () =>
      expect((await rowOf(anna))?.claim).toMatchObject({ by: { name: 'Ben Okafor' } })
    )
    const { revision: next = 0 } = (await rowOf(ben)) ?? {}
    expect(await ben.lostCallers.mark(caller(0), 'done', next)).toMatchObject({ ok: true })
    await vi.waitFor(async () => expect(await rowOf(anna)).toBeUndefined())
  })

  test('what was purged is written anew by whoever still has a copy of it', async () => {
    await loseCalls([anna, ben], 1)
    const claimOf = async ({ lostCallers }: Agent) => (await lostCallers.list()).callers[0]
    await anna.lostCallers.mark(caller(0), 'claimed', 0)
    await vi.waitFor(async () => expect((await claimOf(ben))?.claim).not.toBeNull())
    await purgeClaims(server)
    const { revision = 0 } = (await claimOf(ben)) ?? {}
    expect(await ben.lostCallers.mark(caller(0), 'claimed', revision)).toMatchObject({ ok: true })
    await vi.waitFor(async () =>
      expect((await claimOf(anna))?.claim).toMatchObject({ by: { name: 'Ben Okafor' } })
    )
  })

  test('of two notes on the same call one is the team’s, and the other is kept by whoever was told', async () => {
    await loseCalls([anna, ben], 1)
    const idOf = async ({ ledger }: Agent) => (await ledger.readLostCallers(0)).lost[0]?.id ?? ''
    const [ofAnna, ofBen] = [await idOf(anna), await idOf(ben)]
    const outcomes = await Promise.all([
      anna.calls.setNote(ofAnna, 'of Anna', ''),
      ben.calls.setNote(ofBen, 'of Ben', '')
    ])
    const [first, second] = outcomes
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    const [note, keptNote] = first.ok ? ['of Anna', 'of Ben'] : ['of Ben', 'of Anna']
    const loser = first.ok ? ben.calls.get(ofBen) : anna.calls.get(ofAnna)
    expect(await loser).toMatchObject({ note, keptNote })
    for (const call of [() => anna.calls.get(ofAnna), () => ben.calls.get(ofBen)])
      await vi.waitFor(async () => expect(await call()).toMatchObject({ note }))
  })

  test('what was shared is there after a restart without a connection, and what came meanwhile after one', async () => {
    await anna.lostCallers.mark(caller(0), 'claimed', 0)
    await anna.close()
    await ben.lostCallers.mark(caller(1), 'claimed', 0)
    await server.stop()
    const offline = await openTestLedger({ file: join(folder, 'anna.db') })
    expect((await offline.listShared('claim')).map(({ id }) => id)).toEqual([caller(0)])
    await offline.close()
    await server.start()
    anna = await openAgent(server, '1002', join(folder, 'anna.db'))
    await vi.waitFor(async () => expect(await anna.ledger.listShared('claim')).toHaveLength(2), 5_000)
  })

  test('of a bucket that was deleted and made anew everybody has what is written then, and nothing from before', async () => {
    for (const index of [0, 1, 2]) await anna.lostCallers.mark(caller(index), 'claimed', 0)
    await vi.waitFor(async () => expect(await ben.ledger.listShared('claim')).toHaveLength(3))
    await createBucket(server, true)
    expect(await anna.lostCallers.mark(caller(3), 'claimed', 0)).toMatchObject({ ok: true })
    for (const { ledger } of [anna, ben])
      await vi.waitFor(async () => {
        expect((await ledger.listShared('claim')).map(({ id }) => id)).toEqual([caller(3)])
      }, 10_000)
  })

  test('whoever shares no work reads and writes nothing of it: the server refuses', async () => {
    await anna.lostCallers.mark(caller(0), 'claimed', 0)
    const carla = await openAgent(server, '1004')
    const key = (await anna.ledger.listShared('claim'))[0]?.id ?? ''
    const heard: unknown[] = []
    carla.connection.watchStream(workStream, ['61.>'], (message) => heard.push(message))
    const told = (value: Promise<unknown>) => value.then(() => 'answered').catch(() => 'refused')
    const read = async () => {
      for await (const message of carla.connection.readStream(workStream, '61.>', 0)) heard.push(message)
    }
    expect(
      await Promise.all([
        told(carla.connection.get(workBucket, `61.claim.${key}`)),
        told(carla.connection.put(workBucket, '61.claim.x', new Uint8Array([1]), 0)),
        told(carla.connection.lastOf(workStream, '61.>')),
        told(read())
      ])
    ).toEqual(['refused', 'refused', 'refused', 'refused'])
    await anna.lostCallers.mark(caller(2), 'claimed', 0)
    await vi.waitFor(async () => expect(await ben.ledger.listShared('claim')).toHaveLength(2))
    expect(heard).toEqual([])
    expect(carla.work.state.get()).toBeNull()
    await carla.close()
  })
})
