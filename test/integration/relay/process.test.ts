import { spawnSync } from 'node:child_process'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { decode, type User } from '@nats-io/jwt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventStream, permissionsOf } from '../../../src/main/core/team/index.ts'
import { webhookBody } from '../../fakes/webhook-samples.ts'
import { hasNatsServer, type NatsServer, natsProgram } from '../team/nats-server.ts'
import { type RelayProcess, startRelayProcess } from './relay-process.ts'
import { connectToServer, openRelay, startServer, token, writeConfig } from './relay-under-test.ts'
import {
  connectAs,
  inviteBy,
  makeSetOfKeys,
  runRelayProgram,
  type SetOfKeys,
  webhookTokenOf
} from './set-of-keys.ts'

// It names no call, of which something would be looked up first.
const event = webhookBody('SMS_RECEIVED', { message_id: 'm1', to: '+15559876543' })

describe.skipIf(!hasNatsServer)('A relay in its own process', () => {
  let server: NatsServer
  let config: ReturnType<typeof writeConfig>
  let relay: RelayProcess

  beforeEach(async () => {
    server = await startServer()
    config = writeConfig(server)
    relay = await startRelayProcess(config.file)
    await expect.poll(async () => (await relay.ask('/readyz')).status).toBe(200)
  })
  afterEach(async () => {
    relay.signal('SIGKILL')
    await relay.ended
    config.remove()
    await server.remove()
  })

  const countStored = async (): Promise<number> => {
    const nats = await connectToServer(server)
    const { state } = await (await jetstreamManager(nats)).streams.info(eventStream.name)
    await nats.close()
    return state.messages
  }

  test('that is told to stop answers what it has received, and ends', async () => {
    server.pause()
    const answer = relay.post(event)
    await expect.poll(async () => (await relay.ask('/metrics')).text).toContain('events_waiting 1\n')
    relay.signal('SIGTERM')
    await expect.poll(() => relay.ask('/readyz')).toEqual({ status: 503, text: 'It is stopping.\n' })
    await expect(relay.post(event)).rejects.toThrow('fetch failed')
    server.resume()
    expect(await answer).toBe(200)
    expect(await relay.ended).toBe(0)
    expect(await countStored()).toBe(1)
  })

  test('that is told to stop twice ends at once', async () => {
    server.pause()
    const answer = relay.post(event).catch(() => 'broken off')
    await expect.poll(async () => (await relay.ask('/metrics')).text).toContain('events_waiting 1\n')
    relay.signal('SIGTERM')
    await expect.poll(async () => (await relay.ask('/readyz')).status).toBe(503)
    relay.signal('SIGTERM')
    expect(await relay.ended).toBe(1)
    expect(await answer).toBe('broken off')
    server.resume()
  })

  test('that dies between publishing and answering loses nothing, and the next delivery is the same event', async () => {
    server.pause()
    const answer = relay.post(event).catch(() => 'broken off')
    await expect.poll(async () => (await relay.ask('/metrics')).text).toContain('events_waiting 1\n')
    relay.signal('SIGKILL')
    expect(await answer).toBe('broken off')
    server.resume()
    await expect.poll(countStored).toBe(1)
    const other = await openRelay(server)
    await expect.poll(() => other.post(event)).toBe(200)
    await other.stop()
    expect(await countStored()).toBe(1)
  })

  test('writes one line of JSON for each thing that happens, without secrets', async () => {
    await relay.post('nonsense')
    await relay.post('{}', `${token.slice(0, -1)}x`)
    await expect.poll(() => relay.lines.length).toBeGreaterThanOrEqual(4)
    const lines = relay.lines.map((line) => JSON.parse(line))
    expect(lines).toContainEqual({
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      level: 'warn',
      relay: 'relay-1',
      message: 'A request was refused',
      status: 400,
      outcome: 'not-an-event',
      source: '127.0.0.1',
      eventName: null,
      why: 'There is no event_name.',
      tookMs: expect.any(Number)
    })
    const secrets = [token, 'of-the-relay-0123456789']
    expect(relay.lines.filter((line) => secrets.some((secret) => line.includes(secret.slice(0, 8))))).toEqual(
      []
    )
  })

  test('goes on when nobody reads its log any more, and still ends in good order', async () => {
    relay.stopReading()
    // Each writes a line.
    expect(await relay.post('nonsense')).toBe(400)
    expect(await relay.post('nonsense')).toBe(400)
    expect(await relay.post(event)).toBe(200)
    relay.signal('SIGTERM')
    expect(await relay.ended).toBe(0)
    expect(await countStored()).toBe(1)
  })

  test('whose port is taken says so, and ends', async () => {
    const { port } = JSON.parse(relay.lines.find((line) => line.includes('Webhooks are taken')) ?? '')
    const other = writeConfig(server, { listen: { host: '127.0.0.1', port } })
    await expect(runRelayProgram('--config', other.file)).rejects.toMatchObject({
      code: 1,
      stderr: `The port ${port} is taken by another program.\n`
    })
    other.remove()
  })

  test('can be checked before it is started', async () => {
    expect(await runRelayProgram('--config', config.file, '--check')).toMatch(
      /^The configuration is right\. NATS \S+ at /
    )
    writeFileSync(join(config.folder, 'password'), 'wrong')
    await expect(runRelayProgram('--config', config.file, '--check')).rejects.toMatchObject({
      code: 1,
      stderr: 'NATS does not take the credentials of the relay.\n'
    })
  })
})

describe.skipIf(!hasNatsServer)('A set of keys', () => {
  let keys: SetOfKeys
  beforeEach(async () => {
    keys = await makeSetOfKeys()
  })
  afterEach(() => keys.remove())

  test('is for its owner to read, and nothing is written over', async () => {
    const modes = readdirSync(keys.folder).map((name) => statSync(join(keys.folder, name)).mode & 0o077)
    expect(new Set(modes)).toEqual(new Set([0]))
    expect(statSync(keys.folder).mode & 0o077).toBe(0)
    await expect(runRelayProgram('init', '--out', keys.folder)).rejects.toMatchObject({ code: 1 })
    const { status } = spawnSync(natsProgram, ['-t', '-c', join(keys.folder, 'nats-server.conf')])
    expect(status).toBe(0)
  })

  test('is all that a relay needs, and no more than it may do', async () => {
    const relay = await startRelayProcess(keys.configFile)
    await expect.poll(async () => (await relay.ask('/readyz')).text).toBe('OK\n')
    expect(await relay.post(event, webhookTokenOf(keys))).toBe(200)
    relay.signal('SIGINT')
    expect(await relay.ended).toBe(0)
  })

  test('makes invitations that end, with limits, also for many queues', async () => {
    const queues = Array.from({ length: 40 }, (_, at) => ['--queue', `Queue number ${at}`]).flat()
    const { invitation } = await inviteBy(keys.configFile, '--extension', '1001', '--days', '2', ...queues)
    const { credentials, inbox, expiresAtMs, access } = invitation
    if (credentials.kind !== 'jwt') throw new Error(credentials.kind)
    const claims = decode<User>(credentials.jwt)
    expect(claims.exp).toBe(Math.floor((expiresAtMs ?? 0) / 1_000))
    expect(Math.abs((expiresAtMs ?? 0) - Date.now() - 2 * 86_400_000)).toBeLessThan(60_000)
    expect(inbox).toBe(`_INBOX.${claims.sub}`)
    const { publish, subscribe } = permissionsOf(access, inbox)
    expect(claims.nats).toMatchObject({
      subs: 1_000,
      payload: 262_144,
      pub: { allow: publish },
      sub: { allow: subscribe }
    })
    // A server takes a line of that length only because its configuration says so.
    await (await connectAs(invitation, keys.server)).close()
    const more = Array.from({ length: 99 }, (_, at) => ['--queue', `Queue number ${at}`]).flat()
    await expect(inviteBy(keys.configFile, '--extension', '1001', ...more)).rejects.toThrow('too many queues')
  })
})
