import { randomUUID } from 'node:crypto'
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  eventFilters,
  eventStream,
  permissionsOf,
  teamBucket,
  workBucket,
  workStream
} from '../../../src/main/core/team/index.ts'
import { hasNatsServer } from '../team/nats-server.ts'
import type { Agent } from './agent-under-test.ts'
import { events, openWithJwts, openWithPasswords, type Place } from './invited-people.ts'

const stream = eventStream.name
const ownEvents: readonly string[] = events.slice(0, 4)

const accessOfAgent = {
  accountId: 61,
  extension: '1001',
  queueNames: ['Help desk'],
  lines: ['+15559876543'],
  isTeamWide: false,
  presence: 'online-only',
  sharesWork: true
} as const

/** A subject that a permission with wildcards allows. */
const anyOf = (pattern: string): string => pattern.replaceAll(/(?<=\.)\*(?=\.|$)/g, 'x').replace(/>$/, 'x.y')

const consumer = (filter: string, more: Readonly<Record<string, unknown>> = {}, on: string = stream) => ({
  stream_name: on,
  config: {
    deliver_policy: 'all',
    ack_policy: 'none',
    filter_subject: filter,
    mem_storage: true,
    num_replicas: 1,
    inactive_threshold: 30e9,
    ...more
  }
})

describe.skipIf(!hasNatsServer).each([
  { users: 'by JWTs that the relay made', openPlace: openWithJwts },
  { users: 'by passwords', openPlace: openWithPasswords }
])('A server that knows its users $users', ({ openPlace }) => {
  let place: Place
  let jsm: JetStreamManager
  beforeAll(async () => {
    place = await openPlace()
    jsm = await jetstreamManager(place.nats)
  })
  afterAll(() => place?.remove())

  const storedFilter = (filter: string) => `${eventStream.stored}.${filter}`
  const creating = (filter: string, name: string = randomUUID(), on: string = stream) =>
    `$JS.API.CONSUMER.CREATE.${on}.${name}.${filter}`

  /** All that a filter finds by way of a consumer, as the app reads. */
  async function read(agent: Agent, filter: string): Promise<readonly string[]> {
    const name = randomUUID()
    const made = await agent.request(creating(filter, name), consumer(filter))
    if (made['num_pending'] === undefined) throw new Error(JSON.stringify(made))
    const count = Number(made['num_pending'])
    const inbox = `${agent.inbox}.${name}`
    const texts: string[] = []
    agent.connection.subscribe(inbox, {
      max: count,
      callback: (_, message) => void texts.push(message.string())
    })
    const next = JSON.stringify({ batch: count, no_wait: true })
    agent.connection.publish(`$JS.API.CONSUMER.MSG.NEXT.${stream}.${name}`, next, { reply: inbox })
    await expect.poll(() => texts.length).toBe(count)
    return texts
  }

  test('permits all that was promised', async () => {
    const { publish, subscribe } = permissionsOf(accessOfAgent, place.agent.inbox)
    for (const subject of subscribe)
      expect([subject, await place.agent.maySubscribe(subject)]).toEqual([subject, true])
    for (const subject of publish.filter((each) => !each.startsWith('$KV')))
      expect([subject, await place.agent.mayPublish(anyOf(subject))]).toEqual([subject, true])
  })

  test('lets an agent read what is theirs by consumers, and nothing else', async () => {
    const found = new Set<string>()
    for (const filter of eventFilters(accessOfAgent)) {
      for (const event of await read(place.agent, storedFilter(filter))) found.add(event)
    }
    expect([...found].toSorted()).toEqual(ownEvents.toSorted())
    const all = await read(place.boss, storedFilter('61.>'))
    expect(all).toEqual(events.filter((event) => event.startsWith('61.')))
  })

  test('lets an agent hear what is theirs, and nothing else', async () => {
    const heard: string[] = []
    for (const filter of eventFilters(accessOfAgent)) {
      place.agent.connection.subscribe(`${eventStream.live}.${filter}`, {
        callback: (_, message) => void heard.push(message.string())
      })
    }
    await place.agent.connection.flush()
    for (const event of events) await place.streams.js.publish(storedFilter(event), `again ${event}`)
    // What comes last is theirs, so all before it would be here.
    await place.streams.js.publish(storedFilter(ownEvents[0] ?? ''), 'last')
    await expect.poll(() => heard).toContain('last')
    expect([...new Set(heard)].toSorted()).toEqual(
      [...ownEvents.map((event) => `again ${event}`), 'last'].toSorted()
    )
  })

  test('lets an agent ask for the newest that is theirs, whatever else they ask for with it', async () => {
    const subject = `$JS.API.DIRECT.GET.${stream}.${storedFilter('61.*.1001.*.*')}`
    const bodies = [
      '',
      { seq: 5 },
      { last_by_subj: storedFilter('61.USER_DIAL.1002.-.-') },
      { batch: 100, seq: 1 }
    ]
    const tricks = [...bodies, { multi_last: [`${eventStream.stored}.>`] }, { next_by_subj: '>', seq: 1 }]
    for (const body of tricks) {
      const { 'Nats-Subject': found = '' } = await place.agent.request(subject, body)
      expect(['', storedFilter('61.USER_DIAL.1001.-.-')]).toContain(found)
    }
    const newest = await place.agent.request(subject)
    expect(newest).toMatchObject({ 'Nats-Subject': storedFilter('61.USER_DIAL.1001.-.-') })
  })

  test('lets an agent write what the team shares, and read it', async () => {
    const { agent, colleague } = place
    const key = `${workStream.stored}.61.claim.c1`
    expect(await agent.request(key, 'mine')).toMatchObject({ stream: workStream.name })
    const work = `$JS.API.DIRECT.GET.${workStream.name}.${workStream.stored}.61.>`
    expect(await colleague.request(work)).toMatchObject({ 'Nats-Subject': key })
  })

  test.each([
    '>',
    'voice360.>',
    'voice360.*.61.*.1001.*.*',
    'voice360.event.>',
    'voice360.event.61.>',
    'voice360.event.61.*.1002.*.*',
    'voice360.event.61.*.*.Sales.*',
    'voice360.event.61.*.*.*.=2B15550000000',
    'voice360.event.61.*.-.-.-',
    'voice360.event.62.*.1001.*.*',
    'voice360.event.*.*.1001.*.*',
    'voice360.in.61.*.1001.*.*',
    'voice360.work.>',
    `${workStream.live}.62.>`,
    'voice360.presence.61.with-calls',
    'voice360.presence.62.online-only',
    'voice360.presence.>',
    '$KV.>',
    `$KV.${teamBucket}.>`,
    `$KV.${teamBucket}.62.pulse`,
    `$KV.${teamBucket}.61.queues`,
    `$KV.${teamBucket}.61.presence.online-only`,
    `$KV.${workBucket}.61.>`,
    '$KV.voice360_calls.>',
    '_INBOX.>',
    '_INBOX.*.x',
    '$JS.>',
    '$JS.EVENT.ADVISORY.>',
    '$JS.ACK.>',
    '$SYS.>'
  ])('refuses an agent to listen to %s', async (subject) => {
    expect(await place.agent.maySubscribe(subject)).toBe(false)
  })

  test('refuses an agent to listen to the answers that others get', async () => {
    expect(await place.agent.maySubscribe(`${place.colleague.inbox}.>`)).toBe(false)
    expect(await place.agent.mayPublish(`${place.colleague.inbox}.x`)).toBe(false)
  })

  test.each([
    '$JS.API.STREAM.NAMES',
    '$JS.API.STREAM.LIST',
    ...['INFO', 'DELETE', 'PURGE', 'UPDATE', 'SNAPSHOT', 'MSG.GET', 'MSG.DELETE'].map(
      (verb) => `$JS.API.STREAM.${verb}.${stream}`
    ),
    '$JS.API.STREAM.CREATE.MINE',
    `$JS.API.STREAM.INFO.${workStream.name}`,
    `$JS.API.STREAM.PURGE.${workStream.name}`,
    `$JS.API.STREAM.MSG.GET.KV_${teamBucket}`,
    `$JS.API.CONSUMER.LIST.${stream}`,
    `$JS.API.CONSUMER.NAMES.${stream}`,
    `$JS.API.CONSUMER.CREATE.${stream}`,
    `$JS.API.CONSUMER.CREATE.${stream}.name`,
    `$JS.API.CONSUMER.DURABLE.CREATE.${stream}.name`,
    ...[
      'voice360.in.>',
      'voice360.in.61.>',
      'voice360.in.61.*.1002.*.*',
      'voice360.in.*.*.1001.*.*',
      '>'
    ].flatMap((filter) => [
      `$JS.API.CONSUMER.CREATE.${stream}.name.${filter}`,
      `$JS.API.DIRECT.GET.${stream}.${filter}`
    ]),
    `$JS.API.DIRECT.GET.${stream}`,
    `$JS.API.DIRECT.GET.${stream}.voice360.in.62.USER_DIAL.1001.-.-`,
    `$JS.API.DIRECT.GET.${stream}.voice360.in.61.CALL_ENDED.-.-.-`,
    `$JS.API.DIRECT.GET.KV_${teamBucket}`,
    `$JS.API.DIRECT.GET.KV_${teamBucket}.$KV.${teamBucket}.61.presence.with-calls`,
    `$JS.API.DIRECT.GET.KV_${teamBucket}.$KV.${teamBucket}.62.pulse`,
    `$JS.API.DIRECT.GET.KV_${teamBucket}.$KV.${teamBucket}.>`,
    `$JS.API.DIRECT.GET.${workStream.name}.${workStream.stored}.62.>`,
    `$JS.API.CONSUMER.CREATE.KV_${teamBucket}.name.$KV.${teamBucket}.61.>`,
    `$JS.API.CONSUMER.CREATE.${workStream.name}.name.${workStream.stored}.62.>`,
    `$JS.API.CONSUMER.MSG.NEXT.KV_${teamBucket}.name`,
    'voice360.in.61.USER_DIAL.1001.-.-',
    'voice360.event.61.USER_DIAL.1001.-.-',
    'voice360.presence.61.online-only',
    `${workStream.live}.61.claim.c1`,
    `$KV.${teamBucket}.61.pulse`,
    `$KV.${teamBucket}.61.presence.online-only`,
    '$KV.voice360_calls.61.c1',
    '$KV.voice360_leader.61',
    `$KV.${workBucket}.62.claim.c1`,
    '$SYS.REQ.SERVER.PING'
  ])('refuses an agent to send to %s', async (subject) => {
    expect(await place.agent.mayPublish(subject)).toBe(false)
  })

  test.each([
    ['another filter', consumer('voice360.in.61.*.1002.*.*')],
    ['a wider filter', consumer('voice360.in.>')],
    ['no filter', consumer('')],
    [
      'several filters',
      consumer('', {
        filter_subject: undefined,
        filter_subjects: ['voice360.in.>', 'voice360.in.61.*.1001.*.*']
      })
    ],
    [
      'a filter beside its own',
      consumer('voice360.in.61.*.1001.*.*', { filter_subjects: ['voice360.in.61.*.1002.*.*'] })
    ],
    ['another stream', consumer('voice360.in.61.*.1001.*.*', {}, workStream.name)]
  ])('gives no consumer of more, where %s is named inside its request', async (_, body) => {
    const filter = storedFilter('61.*.1001.*.*')
    const { error, config } = await place.agent.request(creating(filter), body)
    // nats-server 2.9 knows no list of filters, and leaves it out.
    const isTheirs = z.object({
      filter_subject: z.literal(filter),
      filter_subjects: z.undefined().optional()
    })
    expect(error !== undefined || isTheirs.safeParse(config).success).toBe(true)
  })

  test('lets nobody say anything under a subject that is not theirs, by way of a consumer that delivers there', async () => {
    const { agent, nats } = place
    const pulse = `$KV.${teamBucket}.61.pulse`
    await nats.request(pulse, 'true')
    const everything = async () =>
      (await jsm.streams.info(stream, { subjects_filter: 'voice360.in.>' })).state.subjects
    const before = await everything()
    const stealing = consumer('voice360.in.>', { deliver_subject: `${agent.inbox}.stolen` })
    // Each is put where the team works together, and a consumer of that is told to deliver it.
    const forged = [
      ['voice360.in.61.USER_DIAL.1002.-.-', '{}'],
      ['voice360.event.61.USER_DIAL.1002.-.-', '{}'],
      [pulse, 'forged'],
      [`$JS.API.STREAM.PURGE.${stream}`, ''],
      [`$JS.API.CONSUMER.CREATE.${stream}`, JSON.stringify(stealing)]
    ] as const
    const stolen: string[] = []
    agent.connection.subscribe(`${agent.inbox}.stolen`, {
      callback: (_, message) => void stolen.push(message.string())
    })
    // The server tries only where somebody listens to that very subject, whom it lets.
    const heard: string[] = []
    const listeners = [nats, place.colleague.connection]
    for (const listener of listeners) {
      for (const [subject] of forged) {
        listener.subscribe(subject, {
          callback: (error, message) => void (error === null && heard.push(message.subject))
        })
      }
      await listener.flush()
    }
    for (const [subject, text] of [...forged, [`${agent.inbox}.stolen`, 'last'] as const]) {
      const key = `${workStream.stored}.61.${randomUUID()}`
      expect(await agent.request(key, text)).toMatchObject({ stream: workStream.name })
      const made = await agent.request(
        creating(key, randomUUID(), workStream.name),
        consumer(key, { deliver_subject: subject }, workStream.name)
      )
      expect(made).toMatchObject({ config: { deliver_subject: subject } })
    }
    await expect.poll(() => stolen).toEqual(['last'])
    // What is delivered still says where it was stored.
    expect(heard).not.toEqual([])
    expect(heard.filter((subject) => !subject.startsWith(`${workStream.stored}.61.`))).toEqual([])
    expect(await everything()).toEqual(before)
    const kept = await jsm.direct.getMessage(`KV_${teamBucket}`, { last_by_subj: pulse })
    expect(kept?.string()).toBe('true')
  })

  test('keeps to what the policy says of presence and of shared work', async () => {
    const { colleague, loner } = place
    expect(await colleague.maySubscribe('voice360.presence.61.with-calls')).toBe(true)
    expect(await colleague.maySubscribe('voice360.presence.61.online-only')).toBe(false)
    expect(await colleague.maySubscribe('voice360.event.61.*.1001.*.*')).toBe(false)
    for (const view of ['online-only', 'with-calls']) {
      expect(await loner.maySubscribe(`voice360.presence.61.${view}`)).toBe(false)
      const snapshot = `$JS.API.DIRECT.GET.KV_${teamBucket}.$KV.${teamBucket}.61.presence.${view}`
      expect(await loner.mayPublish(snapshot)).toBe(false)
    }
    expect(await loner.maySubscribe(`${workStream.live}.61.>`)).toBe(false)
    expect(await loner.mayPublish(`${workStream.stored}.61.claim.c1`)).toBe(false)
    expect(await loner.mayPublish(creating(`${workStream.stored}.61.>`, 'x', workStream.name))).toBe(false)
  })
})
