import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createMiddleware } from 'hono/factory'
import type { SimulatorClock } from '../clock.ts'
import type { FaultBoard, Faults } from '../faults.ts'
import type { ApiEnvironment } from './api-environment.ts'
import type { Envelope } from './envelope.ts'

interface Dependencies {
  readonly faults: FaultBoard
  readonly clock: SimulatorClock
  readonly envelope: Envelope
}

const htmlPage =
  '<!doctype html>\n<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>\n'

/** Lets the API fail as the faults say, for the paths below the account that they are meant for. */
export function faultMiddleware({ faults, clock, envelope }: Dependencies) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const set = faults.current()
    if (!pathBelowAccount(c.req.path).startsWith(set.path_prefix)) return next()
    if (set.api_latency_ms > 0) {
      await new Promise<void>((resolve) => void clock.schedule(set.api_latency_ms, resolve))
    }
    if (set.api_status !== undefined) {
      return envelope.refuse(c, set.api_status, 'The simulator was told to fail')
    }
    if (set.api_error_200) return c.json(envelope.failure(500, 'The simulator was told to fail'))
    if (set.api_html) return c.html(htmlPage)
    await next()
    if (set.api_reset) {
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    const spoil = spoilerFor(set)
    if (spoil !== undefined) c.res = new Response(spoil(await c.res.text()), c.res)
    return undefined
  })
}

function pathBelowAccount(path: string): string {
  return path.replace(/^\/v3\/voice\/[^/]*/, '')
}

function spoilerFor(faults: Faults): ((json: string) => string) | undefined {
  if (faults.api_truncated_json) return (json) => json.slice(0, Math.floor(json.length / 2))
  if (faults.api_wrong_types) return (json) => withWrongResult(json)
  return undefined
}

function withWrongResult(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (name, value) => (name === 'result' ? withWrongTypes(value) : value))
  )
}

/** The same shape, and no value in it of the type that was promised. */
function withWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWrongTypes)
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withWrongTypes(inner)]))
  }
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return [value]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
