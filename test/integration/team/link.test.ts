import { jetstreamManager } from '@nats-io/jetstream'
import { encodeAccount, encodeOperator, encodeUser } from '@nats-io/jwt'
import { headers, jwtAuthenticator } from '@nats-io/nats-core'
import { createAccount, createOperator, createUser } from '@nats-io/nkeys'
import { connect } from '@nats-io/transport-node'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { StreamMessage } from '../../../src/main/core/ports.ts'
import {
  eventStream,
  permissionsOf,
  type TeamCredentials,
  teamBucket,
  workBucket,
  workStream
} from '../../../src/main/core/team/index.ts'
import { hasOpenssl, makeCertificates } from './certificates.ts'
import { freePort, hasNatsServer, type NatsServer, startNatsServer } from './nats-server.ts'
import { openSlowWay } from './slow-way.ts'
import {
  agent,
  type DesktopOptions,
  inbox,
  numbers,
  openConnection,
  openDesktop,
  openPublisher,
  patience,
  relayUser,
  users
} from './team-under-test.ts'

async function serve(config: string): Promise<NatsServer> {
  const server = await startNatsServer({ config })
  onTestFinished(() => server.remove())
  return server
}

/** What a connection is found to be first, once it is no longer being made. */
async function firstState(options: DesktopOptions) {
  const { states } = openConnection(options)
  await expect.poll(() => states.length, patience).toBeGreaterThan(1)
  expect(states[0]).toEqual({ state: 'connecting' })
  return states[1]
}

describe.skipIf(!hasNatsServer)('A connection to the team', () => {
  it('says that there is no server, or none of that name', async () => {
    const port = await freePort()
    const servers = [`nats://127.0.0.1:${port}`]
    expect(await firstState({ servers })).toMatchObject({ state: 'disconnected', code: 'unreachable' })
    const named = ['tls://relay.example.invalid:4222']
    expect(await firstState({ servers: named })).toMatchObject({
      state: 'disconnected',
      code: 'no-such-host'
    })
    const wss = ['wss://relay.example.invalid/nats']
    expect(await firstState({ servers: wss })).toMatchObject({ state: 'disconnected', code: 'no-such-host' })
  })

  it('takes another server where one is off', async () => {
    const server = await serve(users)
    const off = `nats://127.0.0.1:${await freePort()}`
    expect(await firstState({ servers: [off, server.url] })).toEqual({
      state: 'connected',
      server: server.url
    })
  })

  it('says that there is no JetStream for the account', async () => {
    const server = await serve('accounts { TEAM: { users: [{ user: agent, password: agent }] } }')
    expect(await firstState({ servers: [server.url] })).toMatchObject({
      state: 'disconnected',
      code: 'no-jetstream'
    })
  })

  it('says that it was rejected, without the password, and is let in once an administrator does', async () => {
    const server = await serve('authorization { users: [{ user: relay, password: relay }] }')
    const { states } = openConnection({ servers: [server.url] })
    await expect.poll(() => states.length, patience).toBeGreaterThan(1)
    expect(states[1]).toEqual({ state: 'disconnected', code: 'rejected', detail: 'Authorization Violation' })
    server.reload(users)
    await expect.poll(() => states.at(-1)?.state, patience).toBe('connected')
  })

  it.each(['nats', 'ws'])('notices soon that the server does not answer any more, by %s', async (scheme) => {
    const port = await freePort()
    const server = await serve(`${users}\nwebsocket { listen: "127.0.0.1:${port}", no_tls: true }`)
    const way = await openSlowWay(scheme === 'ws' ? port : server.port)
    const { states } = openConnection({ servers: [way.url.replace('nats', scheme)], pingEveryMs: 50 })
    await expect.poll(() => states.at(-1)?.state, patience).toBe('connected')
    way.holdUp()
    await expect
      .poll(() => states, patience)
      .toContainEqual({
        state: 'disconnected',
        code: 'lost',
        detail: expect.any(String)
      })
    await expect.poll(() => states.at(-1)?.state, patience).toBe('connected')
  })

  it('tells nothing that only looks like a live copy', async () => {
    const server = await serve(users)
    const publisher = await openPublisher([server.url], relayUser)
    const desktop = await openDesktop({ servers: [server.url] })
    await expect.poll(desktop.follower.isCaughtUp.get, patience).toBe(true)
    const told: StreamMessage[] = []
    desktop.connection.watchStream(eventStream, ['61.*.104.*.*'], (message) => told.push(message))
    const below = '61.CALL_ENDED.104.-.-'
    const heads = headers()
    heads.set('Nats-Stream', eventStream.name)
    heads.set('Nats-Subject', `${eventStream.stored}.${below}`)
    heads.set('Nats-Sequence', '7')
    heads.set('Nats-Last-Sequence', '0')
    // A colleague may write a key with any headers, and have it delivered to any subject.
    const colleague = await connect({ servers: server.url, user: 'agent', pass: 'agent', inboxPrefix: inbox })
    onTestFinished(() => colleague.close())
    const seen: string[] = []
    const live = `${eventStream.live}.${below}`
    colleague.subscribe(live, { callback: (_error, { subject }) => void seen.push(subject) })
    const manager = await jetstreamManager(colleague, { checkAPI: false })
    await manager.consumers.add(workStream.name, {
      name: 'forged',
      deliver_subject: live,
      filter_subject: `${workStream.stored}.61.>`,
      ack_policy: 'none'
    })
    await colleague.request(`${workStream.stored}.61.claim.x`, 'forged', { headers: heads, timeout: 5_000 })
    await expect.poll(() => seen, patience).toEqual([`${workStream.stored}.61.claim.x`])
    // What has none of the stream's headers.
    const relay = await connect({ servers: server.url, ...relayUser })
    onTestFinished(() => relay.close())
    relay.publish(live, 'no headers')
    await relay.flush()
    await publisher.publish(1, 3)
    await expect.poll(desktop.calls, patience).toEqual(numbers(1, 3))
    expect(told.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('tells of no message that a colleague lets the server deliver under a subject of the relay', async () => {
    const server = await serve(users)
    await openPublisher([server.url], relayUser)
    const { connection, states } = openConnection({ servers: [server.url] })
    await expect.poll(() => states.at(-1)?.state, patience).toBe('connected')
    const subject = `$KV.${teamBucket}.61.pulse`
    const told: string[] = []
    connection.watchSubject(subject, (data) => told.push(Buffer.from(data).toString()))

    const relay = await connect({ servers: server.url, ...relayUser })
    onTestFinished(() => relay.close())
    const delivered: string[] = []
    relay.subscribe(subject, { callback: (_, message) => void delivered.push(message.string()) })
    await relay.flush()
    const colleague = await connect({
      servers: server.url,
      user: 'agent',
      pass: 'agent',
      inboxPrefix: inbox
    })
    onTestFinished(() => colleague.close())
    const key = `${workStream.stored}.61.claim.x`
    await colleague.request(key, 'forged')
    const config = {
      deliver_policy: 'all',
      ack_policy: 'none',
      filter_subject: key,
      deliver_subject: subject
    }
    const body = JSON.stringify({ stream_name: workStream.name, config })
    await colleague.request(`$JS.API.CONSUMER.CREATE.${workStream.name}.forging.${key}`, body)
    await expect.poll(() => delivered, patience).toEqual(['forged'])
    relay.publish(subject, 'true')
    await expect.poll(() => told, patience).toContain('true')
    expect(told).toEqual(['true'])
  })
})

describe.skipIf(!hasNatsServer)('A key of what the team works on', () => {
  it('is written by one of two who saw the same, and can be deleted and written again', async () => {
    const server = await serve(users)
    await openPublisher([server.url], relayUser)
    const [one, other] = [
      openConnection({ servers: [server.url] }),
      openConnection({ servers: [server.url] })
    ]
    for (const { states } of [one, other])
      await expect.poll(() => states.at(-1)?.state, patience).toBe('connected')
    const key = '61.claim.x'
    const value = (text: string) => new TextEncoder().encode(text)
    expect(await one.connection.get(workBucket, key)).toBeNull()
    const both = await Promise.all([
      one.connection.put(workBucket, key, value('one'), 0),
      other.connection.put(workBucket, key, value('other'), 0)
    ])
    expect(both.filter((revision) => revision !== null)).toHaveLength(1)
    const revision = (await one.connection.get(workBucket, key))?.revision ?? 0
    const deleted = await other.connection.put(workBucket, key, null, revision)
    expect(deleted).toBeGreaterThan(revision)
    expect(await one.connection.get(workBucket, key)).toEqual({ value: null, revision: deleted })
    expect(await one.connection.put(workBucket, key, value('again'), revision)).toBeNull()
    expect(await one.connection.put(workBucket, key, value('again'), 0)).not.toBeNull()
    const kept = await other.connection.get(workBucket, key)
    expect(Buffer.from(kept?.value ?? []).toString()).toBe('again')
  })
})

describe.skipIf(!hasNatsServer)('Credentials that end', () => {
  /** An operator, its accounts, and a way to let people in. */
  async function openCompany() {
    const [operator, system, account] = [createOperator(), createAccount(), createAccount()]
    const connections = {
      conn: -1,
      subs: -1,
      data: -1,
      payload: -1,
      imports: -1,
      exports: -1,
      wildcards: true
    }
    const limits = { ...connections, mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 }
    const [operatorJwt, systemJwt, accountJwt] = await Promise.all([
      encodeOperator('Company', operator, { system_account: system.getPublicKey() }),
      encodeAccount('System', system, {}, { signer: operator }),
      encodeAccount('Team', account, { limits }, { signer: operator })
    ])
    const server = await serve(`operator: ${operatorJwt}
      resolver: MEMORY
      resolver_preload: { ${system.getPublicKey()}: ${systemJwt}, ${account.getPublicKey()}: ${accountJwt} }`)
    async function letIn(lastsMs: number | null): Promise<TeamCredentials & { readonly kind: 'jwt' }> {
      const user = createUser()
      const { publish, subscribe } = permissionsOf(agent, inbox)
      const rights =
        lastsMs === null
          ? {}
          : { pub: { allow: [...publish], deny: [] }, sub: { allow: [...subscribe], deny: [] } }
      const exp = lastsMs === null ? {} : { exp: Math.ceil((Date.now() + lastsMs) / 1000) }
      const jwt = await encodeUser('agent', user, account, rights, exp)
      return { kind: 'jwt', jwt, seed: Buffer.from(user.getSeed()).toString() }
    }
    const relay = await letIn(null)
    const authenticator = jwtAuthenticator(relay.jwt, new TextEncoder().encode(relay.seed))
    return { server, letIn, publisher: await openPublisher([server.url], { authenticator }) }
  }

  it('are told as expired, for good, and another invitation goes on where they ended', async () => {
    const { server, letIn, publisher } = await openCompany()
    const servers = [server.url]
    const desktop = await openDesktop({ servers, credentials: await letIn(5_000) })
    await publisher.publish(1, 10)
    await expect.poll(desktop.calls, patience).toEqual(numbers(1, 10))
    const expired = expect.objectContaining({ state: 'refused', code: 'expired' })
    await expect.poll(() => desktop.states, patience).toContainEqual(expired)
    await publisher.publish(11, 20)
    const again = await firstState({ servers, credentials: await letIn(-5_000) })
    expect(again).toEqual(expired)
    const taken: number[] = []
    const next = await openDesktop({
      servers,
      credentials: await letIn(60_000),
      ledger: desktop.ledger,
      onMessage: ({ seq }) => taken.push(seq)
    })
    await expect.poll(next.calls, patience).toEqual(numbers(1, 20))
    expect(taken.filter((seq) => seq > 10)).toEqual(numbers(11, 20))
  })
})

describe.skipIf(!hasNatsServer || !hasOpenssl)('A server that encrypts', () => {
  const ways = ['tls', 'wss'] as const

  async function serveEncrypted() {
    const { authority, certificateFile, keyFile } = makeCertificates()
    const tls = `tls { cert_file: "${certificateFile}", key_file: "${keyFile}" }`
    const port = await freePort()
    const server = await serve(`${users}\n${tls}\nwebsocket { listen: "127.0.0.1:${port}", ${tls} }`)
    const addresses = { tls: `tls://localhost:${server.port}`, wss: `wss://localhost:${port}` }
    return { authority, addresses }
  }

  it('is reached where its authority is known', async () => {
    const { authority, addresses } = await serveEncrypted()
    const publisher = await openPublisher([addresses.tls], { ...relayUser, tls: { ca: authority } })
    await publisher.publish(1, 30)
    for (const way of ways) {
      const desktop = await openDesktop({ servers: [addresses[way]], authority })
      await expect.poll(desktop.calls, patience).toEqual(numbers(1, 30))
      expect(desktop.states.at(-1)).toEqual({ state: 'connected', server: addresses[way] })
    }
  })

  it('is not where its authority is another, is unknown, or its certificate has another name', async () => {
    const { authority, addresses } = await serveEncrypted()
    const other = makeCertificates().authority
    for (const way of ways) {
      const servers = [addresses[way]]
      const distrusted = expect.objectContaining({ state: 'disconnected', code: 'certificate' })
      expect(await firstState({ servers, authority: other })).toEqual(distrusted)
      expect(await firstState({ servers })).toEqual(distrusted)
      const byNumber = [addresses[way].replace('localhost', '127.0.0.1')]
      expect(await firstState({ servers: byNumber, authority })).toEqual(distrusted)
    }
  })

  it('is wanted where the address says so, whatever answers', async () => {
    const plain = await serve(users)
    const servers = [`tls://localhost:${plain.port}`]
    expect(await firstState({ servers })).toMatchObject({ state: 'disconnected', code: 'certificate' })
  })
})

describe.skipIf(!hasNatsServer)('A WebSocket', () => {
  it('carries the events as well, beside a connection without', async () => {
    const port = await freePort()
    const server = await serve(`${users}\nwebsocket { listen: "127.0.0.1:${port}", no_tls: true }`)
    const publisher = await openPublisher([server.url], relayUser)
    await publisher.publish(1, 300)
    const desktops = await Promise.all(
      [`ws://127.0.0.1:${port}`, server.url].map((address) => openDesktop({ servers: [address] }))
    )
    for (const { calls } of desktops) await expect.poll(calls, patience).toEqual(numbers(1, 300))
    await publisher.close()
    await server.kill()
    await server.start()
    for (const { follower } of desktops) await expect.poll(follower.isCaughtUp.get, patience).toBe(true)
    // Another, since the library's own way to connect again takes what was connected by last in this process.
    const next = await openPublisher([server.url], relayUser)
    await next.publish(301, 310)
    for (const { calls } of desktops)
      await expect.poll(async () => (await calls()).length, patience).toBe(310)
  })
})
