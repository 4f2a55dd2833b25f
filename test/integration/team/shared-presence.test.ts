import { connect, PermissionViolationError } from '@nats-io/transport-node'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  presenceSubject,
  type TeamAccess,
  teamBucket,
  teamKeys,
  writeInvitation
} from '../../../src/main/core/team/index.ts'
import { startLeader } from '../../../src/relay/leader/leader.ts'
import { createQuickClock } from '../../fakes/quick-clock.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { type SeenRequest, startTeamServers } from '../relay/team-servers.ts'
import { createAgentsComputer } from './agents-computer.ts'
import { hasNatsServer } from './nats-server.ts'
import { invitationTo, usersOf } from './published-team.ts'

const patience = { timeout: 15_000 }
const accountId = 61

/** A Voice360, a relay that leads, and the computer of an agent with this access: all in a time ten times as fast. */
async function place(presence: TeamAccess['presence']) {
  const access: TeamAccess = {
    accountId,
    extension: '1001',
    queueNames: [],
    lines: [],
    isTeamWide: false,
    presence,
    sharesWork: false
  }
  const clock = createQuickClock(10)
  const config = usersOf(access)
  const servers = await startTeamServers({ config, login: { user: 'relay', pass: 'relay' } })
  const { simulator, control, connection, nats } = servers
  const { apiUrl, keys } = simulator
  const leader = await startLeader({
    connection,
    accounts: [{ id: accountId, apiUrl, developerKey: keys.developer }],
    relayName: 'relay-1',
    clock,
    log: createRecordingLog()
  })
  onTestFinished(() => leader.stop())

  const computer = createAgentsComputer({ simulator, clock })
  async function run() {
    const { ask, stop } = await computer.run()
    const callsOf = async (extension: string) =>
      (await ask('presence:get-presence', {})).colleagues.find((it) => it.extension === extension)?.calls
    return { ask, callsOf, stop }
  }
  return {
    control,
    run,
    nats,
    inbox: invitationTo(nats, access).inbox,
    /** How often anybody but the relay asked who is there, or how the queues do. */
    askedByApp: async () => {
      const requests = await control.get<readonly SeenRequest[]>('/requests')
      return requests.filter(({ path, key }) => path.includes('/availability') && key !== 'developer').length
    },
    joined: async () => {
      const app = await run()
      expect(
        await app.ask('team:check-invitation', { text: writeInvitation(invitationTo(nats, access)) })
      ).toMatchObject({ ok: true })
      expect(await app.ask('team:join', {})).toMatchObject({ ok: true })
      await expect
        .poll(async () => (await app.ask('presence:get-presence', {})).colleagues.length, patience)
        .toBe(12)
      return app
    }
  }
}

describe.skipIf(!hasNatsServer)('presence by a team’s relay, on a real NATS server', () => {
  test('a user key is enough to see colleagues’ calls and the queues; whoever starts in the team asks Voice360 nothing', async () => {
    const { control, joined, run, askedByApp } = await place('with-calls')
    await (await joined()).stop()
    const askedBefore = await askedByApp()

    const { ask, callsOf } = await run()
    const { call_id: id } = await control.post('/calls', { from: '1002', to: '1003' })
    await control.post(`/calls/${id}/answer`, {})
    await expect.poll(() => callsOf('1002'), patience).toMatchObject([{ other: { address: '1003' } }])
    expect(await ask('presence:get-presence', {})).toMatchObject({ detail: 'with-calls', staleSinceMs: null })
    await control.post(`/calls/${id}/hang-up`, {})
    await expect.poll(() => callsOf('1002'), patience).toEqual([])
    expect((await ask('queues:list-queues', {})).queues.map(({ name }) => name)).toContain('Sales Queue')
    expect(await askedByApp()).toBe(askedBefore)

    await ask('team:leave', {})
    await expect
      .poll(() => ask('presence:get-presence', {}), patience)
      .toMatchObject({ detail: 'online-only' })
    expect(await askedByApp()).toBeGreaterThan(askedBefore)
  })

  test('who may see only who is online sees no call, and is refused more by the server', async () => {
    const { control, joined, nats, inbox, askedByApp } = await place('online-only')
    const { ask, callsOf } = await joined()
    const askedBefore = await askedByApp()
    const { call_id: id } = await control.post('/calls', { from: '1002', to: '1003' })
    await control.post(`/calls/${id}/answer`, {})
    await control.put('/users/1004', { devices_registered: false })
    const isOnline = async (extension: string) =>
      (await ask('presence:get-presence', {})).colleagues.find((it) => it.extension === extension)?.isOnline
    await expect.poll(() => isOnline('1004'), patience).toBe(false)
    expect(await callsOf('1002')).toBeNull()
    expect(await askedByApp()).toBe(askedBefore)
    expect(await ask('presence:get-presence', {})).toMatchObject({ detail: 'online-only' })

    const agent = await connect({
      servers: nats.url,
      user: 'agent',
      pass: 'a-password-of-the-agent',
      inboxPrefix: inbox
    })
    onTestFinished(() => agent.close())
    const refused = new Promise((resolve) => {
      agent.subscribe(presenceSubject(accountId, 'with-calls'), { callback: (error) => resolve(error) })
    })
    expect(await refused).toBeInstanceOf(PermissionViolationError)
    const key = `$JS.API.DIRECT.GET.KV_${teamBucket}.$KV.${teamBucket}`
    const read = (view: 'online-only' | 'with-calls') =>
      agent.request(`${key}.${teamKeys(accountId).presence(view)}`, '', { timeout: 2_000 })
    await expect(read('with-calls')).rejects.toThrow(/permission/i)
    expect((await read('online-only')).data.length).toBeGreaterThan(0)
  })
})
