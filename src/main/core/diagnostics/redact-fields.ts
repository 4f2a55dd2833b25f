import { type EventField, eventFieldSchema, type FieldAliases } from '../../../shared/domain/event-reading.ts'
import { kindOfAddress, readAddress } from '../numbers/index.ts'
import { plainText } from '../plain-text.ts'
import { asEventName, type FieldRewriter, fieldAliases, readEventTime } from '../webhooks/index.ts'
import type { Originals } from './pseudonyms/collector.ts'
import type { Replacer } from './pseudonyms/pseudonyms.ts'

interface FieldRules {
  readonly aliases: FieldAliases
  readonly region: string
  readonly replacer: Replacer
  /** What other fields hold: it is recognised in those that mean nothing. */
  readonly known: Originals
  /** Takes the app's own secrets out. */
  readonly redact: (text: string) => string
}

type Role = 'address' | 'id' | 'name' | 'queue' | 'body' | 'event-name' | 'account' | 'time'

const roleOfField: Readonly<Record<EventField, Role>> = {
  callId: 'id',
  messageId: 'id',
  from: 'address',
  to: 'address',
  extension: 'address',
  queueName: 'queue',
  callerName: 'name',
  body: 'body'
}
const ownNames: Readonly<Record<string, Role>> = {
  event_name: 'event-name',
  event: 'event-name',
  event_type: 'event-name',
  account_id: 'account',
  account: 'account',
  timestamp: 'time',
  event_time: 'time',
  occurred_at: 'time',
  time: 'time'
}
/** Names that the document or other telephone systems use: they tell nothing of anyone. */
const vocabulary: ReadonlySet<string> = new Set([
  'metadata',
  'data',
  ...Object.keys(ownNames),
  ...Object.values(fieldAliases).flat()
])
/** An address is recognised by how it looks; whatever else such a field can mean, its value is then treated as one. */
const rolesByWeight: readonly EventField[] = [
  'from',
  'to',
  'extension',
  'callerName',
  'queueName',
  'callId',
  'messageId',
  'body'
]

/** What each field of an event is replaced by, so that the event is read as before, but for who and what it is about. */
export function createFieldRedaction(rules: FieldRules): FieldRewriter & {
  readonly label: (name: string) => string
  readonly eventName: (name: string) => string
} {
  const { aliases, region, replacer, known } = rules
  const roles = rolesOf(aliases)

  const word = (text: string): string =>
    vocabulary.has(text) || isPlainLabel(text, rules) ? text : replacer.label(text)
  // Brackets and dots join the names of nested fields.
  const label = (text: string): string => text.replaceAll(/[^.[\]]+/g, word)
  const eventName = (name: string): string => (asEventName(name) === null ? label(name) : name)

  function replace(role: Role, text: string): string {
    switch (role) {
      case 'address':
      case 'id':
      case 'name':
      case 'queue':
      case 'body':
        return replacer[role](text)
      case 'account':
        return replacer.id(text)
      case 'event-name':
        return eventName(text)
      case 'time':
        return readEventTime(text) === null ? crossedOut(text) : text
    }
  }

  /** What a field holds that means nothing here: recognised from elsewhere, or by its shape. */
  function byShape(name: string, text: string): string {
    const plain = plainText(text)
    if (plain === '' || /^\d{1,3}$/.test(plain) || known.extensions.has(plain)) return text
    if (isTime(plain, name)) return text
    if (known.ids.has(plain)) return replacer.id(text)
    if (known.bodies.has(plain)) return replacer.body(text)
    if (known.queues.has(plain)) return replacer.queue(text)
    if (known.names.has(plain)) return replacer.name(text)
    if (looksLikeNumber.test(plain) && kindOfAddress(readAddress(plain, region)) === 'number')
      return replacer.address(text)
    return looksLikeId.test(plain) ? replacer.id(text) : crossedOut(text)
  }

  return {
    label,
    eventName,
    key: label,
    value({ name, isInside }, value) {
      const found = roles.get(name)
      const role = isInside && found === 'event-name' ? undefined : found
      const change = (text: string) => (role === undefined ? byShape(name, text) : replace(role, text))
      if (typeof value === 'string') return change(value)
      return typeof value === 'number' ? asNumber(change(String(value))) : value
    }
  }
}

/** What is to be replaced under each name. */
function rolesOf(aliases: FieldAliases): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>()
  const add = (name: string, role: Role): void => {
    if (!roles.has(name)) roles.set(name, role)
  }
  for (const [name, role] of Object.entries(ownNames)) add(name, role)
  for (const field of rolesByWeight) {
    for (const name of aliases[field] ?? []) add(name, roleOfField[field])
  }
  for (const field of rolesByWeight) for (const name of fieldAliases[field]) add(name, roleOfField[field])
  return roles
}

/** A name such as programs give to fields: a person's name, a number or a secret is none. */
function isPlainLabel(label: string, { known, redact }: FieldRules): boolean {
  if (!/^[A-Za-z_][\w :-]{0,63}$/.test(label) || (label.match(/\d/g)?.length ?? 0) > 2) return false
  const isKnown = [known.names, known.ids, known.bodies].some((set) => set.has(label))
  return redact(label) === label && !(isKnown && label.length >= shortestTelling)
}

/** Shorter words may be anyone's. */
const shortestTelling = 6
const looksLikeNumber = /^\+?[\d\s().\-/]{7,}$/
const looksLikeId = /^(?=.*\d)[\w.:@+/=%&?#-]{4,}$/
const isTime = (text: string, name: string): boolean =>
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text) ||
  (/(^|_)(at|on|time|timestamp|date)$/.test(name) && readEventTime(text) !== null)

const crossedOut = (text: string): string => text.replaceAll(/\S/gu, 'x')

/** The number that a text is written as, else the text. */
const asNumber = (text: string): number | string => (String(Number(text)) === text ? Number(text) : text)

/** The names of fields that the user gave, those that tell nothing of anyone. */
export const plainAliases = (aliases: FieldAliases, label: (name: string) => string): FieldAliases =>
  Object.fromEntries(
    eventFieldSchema.options.flatMap((field) => {
      const names = aliases[field]?.map(label)
      return names === undefined ? [] : [[field, names]]
    })
  )
