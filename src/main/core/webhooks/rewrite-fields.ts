import { containers, contentOf, isRecord, noFields, stepsOf } from './flatten-fields.ts'
import { readJson } from './read-json.ts'

interface RewrittenField {
  /** Under which a reader finds it. */
  readonly name: string
  /** Whether it stands in the metadata. */
  readonly isInside: boolean
}

export interface FieldRewriter {
  /** A key as it stands: `metadata[from_number]`, `callId`, `data`. */
  key(key: string): string
  /** A value that is neither a list nor an object. */
  value(field: RewrittenField, value: unknown): unknown
}

/**
 * A kept event's body or query with its keys and values rewritten, in the shape in which it came; null where it holds no
 * fields. `parseEvent` reads the fields of the result under the same names, as long as `key` leaves those that mean anything.
 */
export function rewriteFields(raw: string, rewriter: FieldRewriter): string | null {
  const text = raw.trim()
  if (text === '') return null
  if (!/^[{["]/.test(text)) return rewriteForm(new URLSearchParams(text), rewriter)
  const json = readJson(text)
  if (json.outcome === 'unreadable' || !isRecord(json.value)) return null
  return JSON.stringify(rewriteRecord(json.value, [], rewriter))
}

function rewriteForm(form: URLSearchParams, rewriter: FieldRewriter): string {
  const pairs = [...form].map(([key, value]): [string, string] => {
    const path = stepsOf(key)
    const content = rewriteContent(path, value, rewriter)
    return [rewriter.key(key), typeof content === 'string' ? content : JSON.stringify(content)]
  })
  return new URLSearchParams(pairs).toString()
}

function rewriteRecord(
  record: Readonly<Record<string, unknown>>,
  parents: readonly string[],
  rewriter: FieldRewriter
): Readonly<Record<string, unknown>> {
  const rewritten = noFields()
  for (const [key, value] of Object.entries(record)) {
    rewritten[rewriter.key(key)] = rewriteContent([...parents, ...stepsOf(key)], value, rewriter)
  }
  return rewritten
}

function rewriteContent(path: readonly string[], value: unknown, rewriter: FieldRewriter): unknown {
  const content = path.length === 1 && containers.has(path[0] ?? '') ? contentOf(value) : value
  // Metadata that came as one text stays one.
  if (isRecord(content) && content !== value) return JSON.stringify(rewriteRecord(content, path, rewriter))
  return rewriteValue(path, value, rewriter)
}

function rewriteValue(path: readonly string[], value: unknown, rewriter: FieldRewriter): unknown {
  if (Array.isArray(value)) return value.map((item) => rewriteValue([...path, 'item'], item, rewriter))
  if (isRecord(value)) return rewriteRecord(value, path, rewriter)
  const isInside = path.length > 1 && containers.has(path[0] ?? '')
  return rewriter.value({ name: (isInside ? path.slice(1) : path).join('_'), isInside }, value)
}
