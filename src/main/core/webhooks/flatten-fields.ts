import { plainText } from '../plain-text.ts'
import { readJson } from './read-json.ts'

/** Fields by name, without a prototype: no key that comes from outside reaches one. */
export type Fields = Record<string, unknown>

export interface FlatFields {
  /** What stood beside the metadata. */
  readonly top: Fields
  /** What stood in it. */
  readonly metadata: Fields
}

/** What holds the fields of an event, at the top. */
export const containers: ReadonlySet<string> = new Set(['metadata', 'data'])
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const noFields = (): Fields => Object.create(null)

/**
 * Brings nested objects, `metadata[from_number]` and `metadata.from_number` to one level: `call: { id }` and `call[id]` are both
 * `call_id`. Of two fields that fall together the first stays.
 */
export function flattenFields(entries: Iterable<readonly [string, unknown]>): FlatFields {
  const flat: FlatFields = { top: noFields(), metadata: noFields() }
  place(entries, [], flat)
  return flat
}

function place(
  entries: Iterable<readonly [string, unknown]>,
  parents: readonly string[],
  flat: FlatFields
): void {
  for (const [key, value] of entries) {
    const steps = stepsOf(key)
    if (steps.some((step) => unsafeKeys.has(step))) continue
    const path = parents.length === 0 ? steps : [...parents, ...steps]
    const content = path.length === 1 && containers.has(path[0] ?? '') ? contentOf(value) : value
    if (isRecord(content)) place(Object.entries(content), path, flat)
    else store(path, content, flat)
  }
}

function store(path: readonly string[], value: unknown, { top, metadata }: FlatFields): void {
  const isInside = path.length > 1 && containers.has(path[0] ?? '')
  const fields = isInside ? metadata : top
  const name = nameOf(path, isInside ? 1 : 0)
  if (!(name in fields)) fields[name] = value
}

/** Most are of one step. */
const nameOf = (path: readonly string[], start: number): string =>
  path.length === start + 1 ? (path[start] ?? '') : path.slice(start).join('_')

/** A query or form can carry its whole metadata as one text of JSON. */
export function contentOf(value: unknown): unknown {
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return value
  const json = readJson(value)
  return json.outcome === 'json' ? json.value : value
}

/**
 * The names, in snake_case, that a key is made of: `metadata[fromNumber]` is `metadata` and `from_number`. They are shown to people, so
 * nothing in them is invisible.
 */
export function stepsOf(key: string): readonly string[] {
  if (/^[a-z\d_]+$/.test(key)) return [key]
  return plainText(key)
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map(snakeCase)
}

const snakeCase = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[\s-]+/g, '_')
    .toLowerCase()
