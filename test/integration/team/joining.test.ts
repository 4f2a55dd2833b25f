import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { type Invitation, type TeamAccess, writeInvitation } from '../../../src/main/core/team/index.ts'
import { createTranslate } from '../../../src/main/text/create-translate.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/start-simulator.ts'
import { overwrite } from '../faults/damage.ts'
import { createAgentsComputer } from './agents-computer.ts'
import { hasNatsServer, type NatsServer, startNatsServer } from './nats-server.ts'
import { invitationTo, type PublishedTeam, publishTeam, usersOf } from './published-team.ts'

const customer = '+12125550123'
const other = '+12125550124'
const myLine = '+15559876543'
const hourMs = 3_600_000
/** A server may have to be started anew, and found again. */
const patience = { timeout: 15_000 }

describe.skipIf(!hasNatsServer)('a team by its relay, on a real NATS server', { timeout: 60_000 }, () => {
  let simulator: Simulator
  let server: NatsServer
  let relay: PublishedTeam
  let access: TeamAccess
  let computer: ReturnType<typeof createAgentsComputer>

  beforeEach(async () => {
    simulator = await startSimulator({ ringMs: 100, talkMs: 100 })
    onTestFinished(() => simulator.stop())
    access = {
      accountId: simulator.accountId,
      extension: '1001',
      queueNames: [],
      lines: [myLine],
      isTeamWide: false,
      presence: 'none',
      sharesWork: false
    }
    await serve()
    computer = createAgentsComputer({ simulator, clock: systemClock })
  })

  /** A server that lets the agent in with this access, and the relay's own part there. */
  async function serve(): Promise<void> {
    const started = await startNatsServer({ config: usersOf(access) })
    onTestFinished(() => started.remove())
    server = started
    relay = await publishTeam(server, simulator.accountId)
    await relay.pulse()
  }

  type Run = Awaited<ReturnType<typeof computer.run>>

  const invitation = (change: Partial<Invitation> = {}) =>
    writeInvitation({ ...invitationTo(server, access), ...change })

  async function joined(): Promise<Run> {
    const run = await computer.run()
    expect(await run.ask('team:check-invitation', { text: invitation() })).toMatchObject({ ok: true })
    expect(await run.ask('team:join', {})).toMatchObject({ ok: true })
    await listens(run)
    return run
  }
  const listens = async ({ ask }: Run) => {
    await expect.poll(() => ask('reach:get-reach', {}), patience).toMatchObject({ state: 'listening' })
  }
  const callers = async ({ ask }: Run) =>
    (await ask('calls:list-calls', { filter: noFilter, after: null, limit: 50 })).calls.map(
      ({ other: { address }, state }) => [address, state]
    )
  const ring = (from: string, atMs?: number) =>
    relay.publish(
      'INCOMING_EXTERNAL_CALL',
      { call_id: `call of ${from}`, from_number: from, to_number: myLine, extension: '1001' },
      { extension: '1001', line: myLine },
      atMs
    )

  test('an agent joins, sees who calls, and what the relay has from before', async () => {
    await ring(other, Date.now() - hourMs)
    const run = await computer.run()
    expect(await run.ask('team:check-invitation', { text: `Dear Anna,\n${invitation()}\n` })).toMatchObject({
      ok: true,
      value: {
        place: { team: 'Northern region', extension: '1001' },
        server: server.url,
        isRelayKnown: true
      }
    })
    expect(await run.ask('reach:get-reach', {})).toMatchObject({ tunnel: { kind: 'none' } })
    expect(await run.ask('team:join', {})).toMatchObject({ ok: true })
    await listens(run)
    expect(await run.ask('reach:get-reach', {})).toMatchObject({
      webhookUrl: null,
      tunnel: { kind: 'relay' }
    })
    expect(await callers(run)).toMatchObject([[other, expect.anything()]])
    expect(await run.ask('popup:list-cards', {})).toEqual([])

    await ring(customer)
    await expect
      .poll(() => run.ask('popup:list-cards', {}), patience)
      .toMatchObject([{ call: { state: 'ringing', isMine: true, other: { address: customer } } }])
    await relay.publish(
      'INCOMING_EXTERNAL_CALL',
      { call_id: 'elsewhere', from_number: other, to_number: '+15550000000', extension: '1002' },
      { extension: '1002', line: '+15550000000' }
    )
    await ring('+12125550125')
    await expect.poll(() => callers(run), patience).toHaveLength(3)
    const told = JSON.stringify([run.log.lines, run.host.asked, computer.kept.documents.team.read()])
    expect(told).not.toContain('a-password-of-the-agent')
  })

  test('what came while the app was off is there at once, without any noise, and is no gap', async () => {
    // Of one filter alone it is known at once how far it was read.
    access = { ...access, isTeamWide: true }
    await serve()
    await ring(other)
    const first = await joined()
    expect(await callers(first)).toHaveLength(1)
    await first.stop()
    // Had it forgotten how far it was, what is gone now would count as lost.
    await relay.forgetAll()

    await ring(customer, Date.now() - 2 * hourMs)
    await relay.publish(
      'SMS_RECEIVED',
      { message_id: 'm1', from_number: customer, to_number: myLine, message: 'Are you there?' },
      { line: myLine },
      Date.now() - 2 * hourMs
    )
    await relay.pulse()
    const second = await computer.run()
    await listens(second)
    expect(await callers(second)).toHaveLength(2)
    expect(await second.ask('messages:list-threads', {})).toMatchObject([{ unreadCount: 1 }])
    expect(await second.ask('popup:list-cards', {})).toEqual([])
    expect(second.host.asked).not.toContain('notify')
    expect(second.host.asked).not.toContain('popupWindow.show')
    expect(await second.ask('reach:list-gaps', {})).toEqual([])
  })

  test('what the stream no longer holds is a gap, with its reason', async () => {
    const first = await joined()
    await first.stop()
    await ring(customer)
    await relay.forgetAll()
    await relay.pulse()
    const second = await computer.run()
    await listens(second)
    await expect
      .poll(() => second.ask('reach:list-gaps', {}), patience)
      .toMatchObject([{ reason: 'team.lost.no-longer-kept' }])
    expect(await callers(second)).toEqual([])
  })

  test('a stream that was deleted and made anew is followed from its start, and what it never held is a gap', async () => {
    const run = await joined()
    for (const from of [other, customer]) await ring(from, Date.now() - hourMs)
    await expect.poll(() => callers(run), patience).toHaveLength(2)
    await relay.makeAnew()
    // Voice360 tells one of them again, and of one that nobody heard of.
    await ring(other, Date.now() - hourMs)
    await ring('+12125550125', Date.now() - hourMs)
    await relay.pulse()
    await expect.poll(() => callers(run), patience).toHaveLength(3)
    await listens(run)
    expect(await run.ask('popup:list-cards', {})).toEqual([])
    await ring('+12125550126')
    await expect
      .poll(() => run.ask('popup:list-cards', {}), patience)
      .toMatchObject([{ call: { other: { address: '+12125550126' } } }])
    expect(await callers(run)).toHaveLength(4)
    await expect
      .poll(() => run.ask('reach:list-gaps', {}), patience)
      .toMatchObject([{ reason: 'team.lost.not-yet-kept' }])
  })

  test('a server that was set back to an older copy is followed again, and what it may have lost is a gap in the history', async () => {
    let aheadMs = 0
    const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + aheadMs }
    computer = createAgentsComputer({ simulator, clock, t: createTranslate() })
    const [stored, copy] = [join(server.folder, 'jetstream'), join(server.folder, 'copy')]
    await server.stop()
    cpSync(stored, copy, { recursive: true })
    await server.start()
    const run = await joined()
    for (const from of [other, customer]) await ring(from, Date.now() - hourMs)
    await expect.poll(() => callers(run), patience).toHaveLength(2)
    await server.stop()
    rmSync(stored, { recursive: true })
    cpSync(copy, stored, { recursive: true })
    await server.start()
    await ring('+12125550125', Date.now() - hourMs)
    await relay.pulse()
    // It may be a replica that lags, until that has lasted for too long.
    await expect
      .poll(() => run.log.lines, patience)
      .toContainEqual(
        expect.objectContaining({
          details: expect.objectContaining({ error: expect.stringContaining('ends before what is here') })
        })
      )
    aheadMs = 10_000
    await expect.poll(() => callers(run), patience).toHaveLength(3)
    const { gaps } = await run.ask('calls:list-calls', { filter: noFilter, after: null, limit: 50 })
    expect(gaps).toMatchObject([
      { reason: 'the relay’s server went back to an earlier state, and may have lost what came then' }
    ])
    await listens(run)
    expect(await run.ask('reach:list-gaps', {})).toEqual(gaps)
  })

  test('what was lost with a ledger of which nothing can be read comes from the relay again as soon as it is replaced', async () => {
    const first = await joined()
    const everybody = Array.from({ length: 40 }, (_, index) => `+121255501${index + 10}`)
    for (const from of everybody) await ring(from, Date.now() - hourMs)
    await expect.poll(() => callers(first), patience).toHaveLength(40)
    await first.stop()
    const second = await computer.run()
    await listens(second)
    const file = join(computer.folder, 'ledger.db')
    overwrite(file, Math.floor(statSync(file).size / 3), new Uint8Array(statSync(file).size / 2))
    const events = { beforeSeq: null, limit: 100, isNotUnderstoodOnly: false }
    await expect(second.ask('events:list-events', events)).rejects.toThrow('events:list-events')
    await expect.poll(() => readdirSync(computer.folder).join(), patience).toContain('ledger.db.other-key')
    const addresses = async () => new Set((await callers(second).catch(() => [])).map(([address]) => address))
    await expect.poll(addresses, patience).toEqual(new Set(everybody))
    expect(await second.ask('popup:list-cards', {})).toEqual([])
  })

  test('a server that is killed makes it deaf, with the reason, and one that comes back is caught up', async () => {
    const run = await joined()
    await server.kill()
    await expect
      .poll(() => run.ask('reach:get-reach', {}), patience)
      .toMatchObject({
        state: 'deaf',
        reason: expect.stringMatching(/^team\.trouble\./),
        tunnel: { state: 'down' }
      })
    await server.start()
    await ring(customer)
    await expect.poll(() => callers(run), patience).toMatchObject([[customer, expect.anything()]])
    await listens(run)
    expect(await run.ask('reach:list-gaps', {})).toEqual([])
  })

  test('an invitation that the server does not know, or of another account, is refused and not kept', async () => {
    const run = await computer.run()
    const credentials = { kind: 'password', user: 'agent', password: 'another' } as const
    expect(await run.ask('team:check-invitation', { text: invitation({ credentials }) })).toMatchObject({
      ok: false,
      failure: { code: 'team-rejected' }
    })
    const ofOther = { ...access, accountId: 62 }
    expect(await run.ask('team:check-invitation', { text: invitation({ access: ofOther }) })).toMatchObject({
      ok: false,
      failure: {
        message: `team.otherAccount {"invited":62,"signedIn":${simulator.accountId}}`
      }
    })
    const wider = { ...access, isTeamWide: true }
    expect(await run.ask('team:check-invitation', { text: invitation({ access: wider }) })).toMatchObject({
      ok: false,
      failure: { code: 'team-no-jetstream' }
    })
    expect(await run.ask('team:join', {})).toMatchObject({ ok: false, failure: { code: 'not-checked' } })
    expect(await run.ask('team:get-team', {})).toMatchObject({ place: null })
  })

  test('whoever leaves is told nothing more, and is reached here again', async () => {
    const run = await joined()
    expect(await run.ask('team:leave', {})).toMatchObject({ ok: true, value: { place: null } })
    await expect
      .poll(() => run.ask('reach:get-reach', {}), patience)
      .toMatchObject({
        webhookUrl: expect.stringContaining('http://127.0.0.1'),
        tunnel: { kind: 'none' }
      })
    await ring(customer)
    await run.stop()
    const next = await computer.run()
    expect(await callers(next)).toEqual([])
    expect(await next.ask('team:get-team', {})).toMatchObject({ place: null })
  })
})
