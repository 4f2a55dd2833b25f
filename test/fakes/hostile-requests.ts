import { z } from 'zod'
import { eventChannels, type RequestChannel, requestChannels } from '../../src/shared/ipc/channels.ts'
import { contract } from '../../src/shared/ipc/contract.ts'
import type { SeededRandom } from '../../src/simulator/seeded-random.ts'

/** What a page that was taken over may ask. Of its arguments JSON carries all but what `enliven` puts in. */
export interface HostileRequest {
  readonly channel: string
  readonly args: unknown
}

type Schema = z.core.JSONSchema.BaseSchema

const inputs = new Map<RequestChannel, Schema>(
  requestChannels.map((channel) => [
    channel,
    z.toJSONSchema(contract[channel].args, { io: 'input', unrepresentable: 'any' })
  ])
)

const strangeChannels = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'session:get-key',
  'Session:get-session',
  'session:get-session ',
  'session:get-session\u0000',
  'electron-store-get-data',
  'ELECTRON_BROWSER_REQUIRE',
  'x'.repeat(10_000),
  ...eventChannels
] as const

/** Numbers that a page would like to have dialed, and such as must never be. */
const numbers = ['+12125550123', '2125550123', '1002', '911', '112', '+19005550123', '*72', '+8821612345678']

const texts: readonly [string, ...string[]] = [
  '',
  ...numbers,
  'x'.repeat(20_000),
  '\u0000',
  '\u202Egnp.exe',
  '\uD800',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  '../../../../etc/passwd',
  "'; DROP TABLE calls; --",
  '"*" OR NEAR(',
  '{{constructor}} $t(app.cancel)',
  'javascript:alert(1)',
  '1e309',
  'Z' + '\u0301'.repeat(2_000)
]

/** Values that no contract takes; a name in `$` stands for what JSON cannot say. */
const strangeValues: readonly [unknown, ...unknown[]] = [
  null,
  true,
  -1,
  2 ** 53,
  1e308,
  '',
  'x'.repeat(20_000),
  [],
  {},
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  JSON.parse('['.repeat(500) + ']'.repeat(500)),
  ...['undefined', 'nan', 'infinity', 'bigint', 'cycle', 'bytes', 'date', 'map', 'error', 'getter'].map(
    (kind) => ({
      $: kind
    })
  )
]

/**
 * Puts in what JSON cannot say. It stands alone, so that a test can run it inside a page.
 *
 * @throws what the getters among it throw, once they are read
 */
export function enliven(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(enliven)
  const kind = '$' in value ? value.$ : undefined
  const cycle: Record<string, unknown> = {}
  cycle['self'] = cycle
  const strange = new Map<unknown, () => unknown>([
    ['undefined', () => undefined],
    ['nan', () => Number.NaN],
    ['infinity', () => Number.NEGATIVE_INFINITY],
    ['bigint', () => 10n ** 30n],
    ['cycle', () => cycle],
    ['bytes', () => new Float64Array(64)],
    ['date', () => new Date(Number.NaN)],
    ['map', () => new Map([['__proto__', new Set([cycle])]])],
    ['error', () => new Error('x')],
    [
      'getter',
      () => ({
        get text(): string {
          throw new Error('read')
        }
      })
    ]
  ]).get(kind)
  if (strange) return strange()
  const copy: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    Object.defineProperty(copy, name, { value: enliven(inner), enumerable: true, configurable: true })
  }
  return copy
}

/**
 * Endless requests, the same for the same chance: most nearly what the contract wants, some not at all. `ids` are what the page
 * has learned; `channels` those it may ask by their right names.
 */
export function hostileRequest(
  random: SeededRandom,
  ids: readonly string[],
  channels: readonly RequestChannel[] = requestChannels
): HostileRequest {
  if (random.chance(0.05)) return { channel: random.pick(strangeChannels), args: random.pick(strangeValues) }
  const channel = random.pickAny(channels) ?? 'session:get-session'
  if (random.chance(0.05)) return { channel, args: random.pick(strangeValues) }
  const args = valueOf(inputs.get(channel) ?? {}, random, ids)
  return { channel, args: random.chance(0.5) ? args : spoiled(args, random) }
}

/** Something that fits the schema, as far as a pattern is not asked for. */
function valueOf(schema: Schema, random: SeededRandom, ids: readonly string[]): unknown {
  const { anyOf, oneOf, enum: choices, properties = {}, items, additionalProperties } = schema
  const either = anyOf ?? oneOf
  if (either) return valueOf(asSchema(random.pickAny(either)), random, ids)
  if ('const' in schema) return schema.const
  if (choices) return random.pickAny(choices)
  switch (schema.type) {
    case 'string':
      return stringOf(schema, random, ids)
    case 'integer':
    case 'number':
      return random.integer(Math.max(schema.minimum ?? 0, -1_000), Math.min(schema.maximum ?? 100, 1_000))
    case 'boolean':
      return random.chance(0.5)
    case 'array':
      return Array.from({ length: random.integer(schema.minItems ?? 0, 3) }, () =>
        valueOf(asSchema(Array.isArray(items) ? items[0] : items), random, ids)
      )
    case 'object': {
      const named = Object.entries(properties).map(([name, inner]) => [
        name,
        valueOf(asSchema(inner), random, ids)
      ])
      const isOpen = typeof additionalProperties === 'object'
      const further = isOpen ? [[random.pick(texts), valueOf(additionalProperties, random, ids)]] : []
      return Object.fromEntries([...named, ...further])
    }
    case 'null':
      return null
    case undefined:
      return random.pick(strangeValues)
  }
}

function stringOf({ format, maxLength }: Schema, random: SeededRandom, ids: readonly string[]): string {
  const known = random.chance(0.5) ? random.pickAny(ids) : undefined
  if (format === 'uuid') return known ?? uuid(random)
  return (known ?? random.pick(texts)).slice(0, random.chance(0.9) ? maxLength : undefined)
}

const uuid = (random: SeededRandom): string =>
  `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`

/** With one thing in it that does not belong there, or without one that does. */
function spoiled(value: unknown, random: SeededRandom): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
    return value.with(random.integer(0, value.length - 1), spoiled(value[0], random))
  }
  if (typeof value !== 'object' || value === null || random.chance(0.2)) return random.pick(strangeValues)
  const entries = Object.entries(value)
  const at = random.integer(0, entries.length)
  const [name, inner] = entries[at] ?? [
    random.pick(['__proto__', 'constructor', 'prototype', 'toJSON', 'x']),
    {}
  ]
  const rest = entries.filter((_entry, index) => index !== at)
  return random.chance(0.3)
    ? Object.fromEntries(rest)
    : Object.fromEntries([...rest, [name, spoiled(inner, random)]])
}

const asSchema = (schema: Schema | boolean | undefined): Schema => (typeof schema === 'object' ? schema : {})
