import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig
} from '@nats-io/jetstream'
import { type KV, Kvm, type KvOptions } from '@nats-io/kv'
import { type NatsConnection, nanos } from '@nats-io/transport-node'
import { eventStream, teamBucket, workBucket, workStream } from '../../main/core/team/index.ts'
import type { RelayConfig } from '../config/config.ts'
import { leaseTimes } from '../leader/lease.ts'
import { callsBucket, callsTtlMs, leaderBucket } from './buckets.ts'

/** JetStream with everything in it that the relay and the desktops use. */
export interface TeamStreams {
  readonly connection: NatsConnection
  readonly js: JetStreamClient
  readonly jsm: JetStreamManager
  readonly calls: KV
}

type Retention = RelayConfig['retention']

const hourMs = 3_600_000
/**
 * For how long the server itself recognises a second delivery. Voice360 tries again within minutes, and a load balancer or an
 * answer that got lost makes it try another relay; what comes after an hour still finds its key in each desktop's ledger. The
 * server keeps every key of the window in memory.
 */
const duplicateWindowMs = hourMs
/** A desktop's consumer that nobody reads from is gone after that, where the server can see to it: nobody can pile them up. */
const longestIdleConsumerMs = 5 * 60_000

const eventStreamConfig = ({ maxAgeHours, maxBytes, replicas }: Retention, hasConsumerLimits: boolean) =>
  ({
    name: eventStream.name,
    subjects: [`${eventStream.stored}.>`],
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    storage: StorageType.File,
    max_age: nanos(maxAgeHours * hourMs),
    max_bytes: maxBytes,
    num_replicas: replicas,
    duplicate_window: nanos(duplicateWindowMs),
    allow_direct: true,
    republish: { src: `${eventStream.stored}.>`, dest: `${eventStream.live}.>` },
    ...(hasConsumerLimits && { consumer_limits: { inactive_threshold: nanos(longestIdleConsumerMs) } })
  }) satisfies Partial<StreamConfig>

const buckets = (replicas: number): Readonly<Record<string, Partial<KvOptions>>> => ({
  [teamBucket]: { history: 1, replicas },
  [workBucket]: {
    history: 1,
    replicas,
    republish: { src: `${workStream.stored}.>`, dest: `${workStream.live}.>` }
  },
  [callsBucket]: { history: 1, replicas, ttl: callsTtlMs, storage: StorageType.Memory },
  [leaderBucket]: { history: 1, replicas, ttl: leaseTimes.lastsMs }
})

/**
 * Makes the streams and buckets that are not there, and lets those that are keep what `retention` says. It may be done again at any
 * time, by several relays at once. Rejects where JetStream is not there or not allowed.
 */
export async function setUpJetStream(connection: NatsConnection, retention: Retention): Promise<TeamStreams> {
  const js = jetstream(connection)
  const jsm = await jetstreamManager(connection)
  await ensureStream(jsm, eventStreamConfig(retention, isAtLeast(connection, 2, 10)))
  const kvm = new Kvm(js)
  const { replicas } = retention
  for (const [name, options] of Object.entries(buckets(replicas))) {
    await kvm.create(name, options)
    await ensureStream(jsm, { name: `KV_${name}`, num_replicas: replicas })
  }
  // Any of several servers would answer directly, also one that has not heard yet what another took.
  const calls = await kvm.open(callsBucket, { allow_direct: replicas === 1 })
  return { connection, js, jsm, calls }
}

function isAtLeast({ info }: NatsConnection, major: number, minor: number): boolean {
  const [serverMajor = 0, serverMinor = 0] = (info?.version ?? '').split('.').map(Number)
  return serverMajor > major || (serverMajor === major && serverMinor >= minor)
}

type Wanted = Partial<StreamConfig> & { readonly name: string }

async function ensureStream(jsm: JetStreamManager, wanted: Wanted): Promise<void> {
  const config = await configOf(jsm, wanted.name)
  if (config === null) await jsm.streams.add(wanted)
  else if (differs(config, wanted)) await jsm.streams.update(wanted.name, { ...config, ...wanted })
}

async function configOf(jsm: JetStreamManager, name: string): Promise<StreamConfig | null> {
  try {
    return (await jsm.streams.info(name)).config
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return null
    throw error
  }
}

const differs = (config: StreamConfig, wanted: Wanted): boolean =>
  Object.entries({ ...config, ...wanted }).some(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(config, key))
  )
