import { createMiddleware } from 'hono/factory'
import { BoundedLog } from '../bounded-log.ts'
import type { SimulatorClock } from '../clock.ts'
import type { ApiEnvironment } from './api-environment.ts'
import type { CallerKind } from './caller.ts'

/** A request that the API has seen; never the key itself. */
interface SeenRequest {
  readonly at_ms: number
  readonly method: string
  readonly path: string
  /** As decided by the API, even when a fault cut the connection afterwards. */
  readonly status: number
  readonly key: CallerKind
  /** Parsed if it is JSON; null when there is none, or when it was refused unread. */
  readonly body: unknown
}

export class RequestLog {
  readonly #seen = new BoundedLog<SeenRequest>()

  seen(): readonly SeenRequest[] {
    return this.#seen.all()
  }

  middleware(clock: SimulatorClock) {
    return createMiddleware<ApiEnvironment>(async (c, next) => {
      const at_ms = clock.nowMs()
      const { method, path } = c.req
      await next()
      this.#seen.add({
        at_ms,
        method,
        path,
        status: c.res.status,
        key: c.var.caller.kind,
        body: asJson(c.var.body)
      })
    })
  }
}

function asJson(text = ''): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
