import type { Context } from 'hono'
import { z } from 'zod'

type BodyReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string }

/** Reads a JSON body, whatever its content type claims, and says in one sentence what is wrong with it. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<BodyReading<T>> {
  const text = await c.req.text()
  let body: unknown
  try {
    body = JSON.parse(text === '' ? '{}' : text)
  } catch {
    return { ok: false, problem: 'The request body is not valid JSON' }
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problem = parsed.error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`))
    .join('; ')
  return { ok: false, problem }
}
