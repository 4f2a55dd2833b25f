import { promisify } from 'node:util'
import { constants, gunzipSync, gzip } from 'node:zlib'
import type { z } from 'zod'

const zip = promisify(gzip)
/** Ten times what ten thousand colleagues on the phone come to. */
const mostBytes = 32 * 1024 * 1024

/** A value as gzipped JSON, which is how the relay writes what may be large. */
export const packed = (value: unknown): Promise<Uint8Array> =>
  zip(JSON.stringify(value), { level: constants.Z_BEST_SPEED })

/** Null for what is no such value. */
export function unpacked<T>(schema: z.ZodType<T>, data: Uint8Array): T | null {
  try {
    const content: unknown = JSON.parse(gunzipSync(data, { maxOutputLength: mostBytes }).toString())
    return schema.safeParse(content).data ?? null
  } catch {
    return null
  }
}
