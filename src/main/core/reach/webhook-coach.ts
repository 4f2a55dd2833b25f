import { type EventName, eventNames } from '../../../shared/domain/event-name.ts'
import type { FieldAliases } from '../../../shared/domain/event-reading.ts'
import type { WebhookCoach, WebhookRemark, WebhookRow } from '../../../shared/domain/webhook-coach.ts'
import type { WebhookSighting } from '../ports.ts'
import { asEventName, fieldAliases } from '../webhooks/index.ts'

export interface CoachFacts {
  readonly sightings: readonly WebhookSighting[]
  /** Null while nobody is signed in. */
  readonly accountId: number | null
  /** `WebhookToken.id` of the secret that is to be entered now. */
  readonly currentTokenId: string
  /** When the public address became another one; null where it never did. */
  readonly addressChangedAtMs: number | null
  /** The user's own names of fields. */
  readonly aliases: FieldAliases
  readonly nowMs: number
}

const longSilenceMs = 72 * 3_600_000
const mostUnknownNames = 20

/** What no event needs, but many carry: nothing is lost by not reading it. */
const harmlessFields: readonly string[] = [
  'queue_id',
  'timestamp',
  'event_time',
  'occurred_at',
  'time',
  'date',
  'event_name',
  'event_type',
  'event',
  'event_id',
  'account_id',
  'account',
  'direction',
  'status',
  'duration',
  'version'
]

const problems: ReadonlySet<WebhookRemark['kind']> = new Set([
  'other-account',
  'not-understood',
  'before-address-change'
])

/** How each webhook does, from what its last events showed. */
export function coachOf(facts: CoachFacts): Omit<WebhookCoach, 'canSendTest'> {
  const newestFirst = facts.sightings.toSorted((one, other) => other.lastAtMs - one.lastAtMs)
  const sightingsOf = (name: EventName) => newestFirst.filter((each) => asEventName(each.name) === name)
  return {
    rows: eventNames.map((name) => rowOf(name, sightingsOf(name), facts)),
    unknownNames: newestFirst
      .filter(({ name }) => asEventName(name) === null)
      .slice(0, mostUnknownNames)
      .map(({ name, count, lastAtMs }) => ({ name, count, lastAtMs }))
  }
}

/** `sightings` are those of one event type, however it was spelled, the one seen last first: what it showed counts. */
function rowOf(name: EventName, sightings: readonly WebhookSighting[], facts: CoachFacts): WebhookRow {
  const [last] = sightings
  if (last === undefined) return { name, state: 'waiting', lastAtMs: null, count: 0, remarks: [] }
  const remarks = remarksOn(last, facts)
  const isSilent = facts.nowMs - last.lastAtMs > longSilenceMs
  const hasProblem = remarks.some(({ kind }) => problems.has(kind))
  return {
    name,
    state: hasProblem ? 'problem' : isSilent ? 'silent' : 'arriving',
    lastAtMs: last.lastAtMs,
    count: sightings.reduce((sum, { count }) => sum + count, 0),
    remarks
  }
}

function remarksOn(last: WebhookSighting, facts: CoachFacts): readonly WebhookRemark[] {
  const { accountId, method, notUnderstood, tokenId, lastAtMs } = last
  const remarks: WebhookRemark[] = []
  if (accountId !== null && facts.accountId !== null && accountId !== String(facts.accountId)) {
    remarks.push({ kind: 'other-account', accountId })
  }
  if (method === 'GET') remarks.push({ kind: 'sent-by-get' })
  if (notUnderstood !== null) remarks.push({ kind: 'not-understood', why: notUnderstood })
  const fields = unknownFields(last, facts.aliases)
  if (fields.length > 0) remarks.push({ kind: 'unknown-fields', fields })
  // Of events from before it was kept, it is not known by which secret they came.
  if (tokenId !== '' && tokenId !== facts.currentTokenId) remarks.push({ kind: 'old-address' })
  if (facts.addressChangedAtMs !== null && lastAtMs < facts.addressChangedAtMs) {
    remarks.push({ kind: 'before-address-change' })
  }
  return remarks
}

function unknownFields({ fields }: WebhookSighting, aliases: FieldAliases): readonly string[] {
  const known = new Set([
    ...harmlessFields,
    ...Object.values(fieldAliases).flat(),
    ...Object.values(aliases).flatMap((names) => names ?? [])
  ])
  return fields.filter((field) => !known.has(field))
}
