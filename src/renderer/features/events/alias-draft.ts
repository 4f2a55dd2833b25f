import { type EventField, eventFieldSchema, type FieldAliases } from '../../../shared/domain/event-reading.ts'

const longestName = 64
const mostPerField = 10

/** Whether a field can be given a meaning at all: some names are longer than an alias may be. */
export const canBeNamed = (name: string): boolean => name !== '' && name.length <= longestName

/** What the aliases say that a field of this name is; null where they say nothing. */
export const aliasOf = (aliases: FieldAliases, name: string): EventField | null =>
  eventFieldSchema.options.find((field) => aliases[field]?.includes(name)) ?? null

/** `aliases` with a field of this name read as `field`, before whatever else is; null takes its meaning away. */
export function withAlias(aliases: FieldAliases, name: string, field: EventField | null): FieldAliases {
  const changed: { [F in EventField]?: readonly string[] } = {}
  for (const each of eventFieldSchema.options) {
    const others = (aliases[each] ?? []).filter((it) => it !== name)
    const names = each === field ? [name, ...others].slice(0, mostPerField) : others
    if (names.length > 0) changed[each] = names
  }
  return changed
}

/** Whether both read every event alike. */
export const isSameAliases = (one: FieldAliases, other: FieldAliases): boolean =>
  eventFieldSchema.options.every((field) => (one[field] ?? []).join('\n') === (other[field] ?? []).join('\n'))
