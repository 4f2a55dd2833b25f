import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { asEventName, type RequestEntry } from '../../main/core/webhooks/index.ts'

/** What the relay counts, as Prometheus reads it; all names begin with `voice360_relay_`. */
export interface RelayMetrics {
  answered(entry: RequestEntry, accountId: number | null): void
  published(event: {
    readonly tookMs: number
    readonly isUnaddressed: boolean
    readonly accountId: number
  }): void
  connected(isConnected: boolean): void
  /** How many events wait for their acknowledgement now. */
  waiting(count: number): void
  callScopeFailed(): void
  readonly contentType: string
  text(): Promise<string>
}

const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export function createRelayMetrics(): RelayMetrics {
  const registry = new Registry()
  const registers = [registry]
  const prefix = 'voice360_relay_'
  collectDefaultMetrics({ register: registry, prefix })
  const accepted = new Counter({
    name: `${prefix}events_accepted_total`,
    help: 'Events that were stored, by account and whether they were known already.',
    labelNames: ['account', 'duplicate'],
    registers
  })
  const refused = new Counter({
    name: `${prefix}requests_refused_total`,
    help: 'Requests that were refused, by reason and account; without one where they brought no token.',
    labelNames: ['reason', 'account'],
    registers
  })
  const latency = new Histogram({
    name: `${prefix}publish_seconds`,
    help: 'From publishing an event to the acknowledgement of JetStream.',
    buckets: latencyBuckets,
    registers
  })
  const connection = new Gauge({
    name: `${prefix}nats_connected`,
    help: 'Whether NATS is connected and has the streams.',
    registers
  })
  const waiting = new Gauge({
    name: `${prefix}events_waiting`,
    help: 'Events that wait for the acknowledgement of JetStream now.',
    registers
  })
  const unaddressed = new Counter({
    name: `${prefix}events_unaddressed_total`,
    help: 'Events that name no extension, queue or line: only team-wide desktops read them.',
    labelNames: ['account'],
    registers
  })
  const lastEvent = new Gauge({
    name: `${prefix}last_event_timestamp_seconds`,
    help: 'When the last event of an account and name came.',
    labelNames: ['account', 'event'],
    registers
  })
  const scopeFailures = new Counter({
    name: `${prefix}call_scope_failures_total`,
    help: 'Times that what is known of a call could not be looked up or kept.',
    registers
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered({ outcome, eventName, atMs }, accountId) {
      const account = accountId === null ? '' : String(accountId)
      if (outcome !== 'stored' && outcome !== 'duplicate') return refused.inc({ reason: outcome, account })
      accepted.inc({ account, duplicate: String(outcome === 'duplicate') })
      // Of names from outside there could be any number.
      lastEvent.set({ account, event: asEventName(eventName ?? '') ?? 'other' }, atMs / 1_000)
    },
    published({ tookMs, isUnaddressed, accountId }) {
      latency.observe(tookMs / 1_000)
      if (isUnaddressed) unaddressed.inc({ account: String(accountId) })
    },
    connected: (isConnected) => connection.set(Number(isConnected)),
    waiting: (count) => waiting.set(count),
    callScopeFailed: () => scopeFailures.inc()
  }
}
