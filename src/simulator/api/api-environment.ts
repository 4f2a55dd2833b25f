import type { HttpBindings } from '@hono/node-server'
import type { Caller } from './caller.ts'

/** What every route of the API may ask its context for. */
export interface ApiEnvironment {
  Bindings: HttpBindings
  Variables: {
    caller: Caller
    /** Missing in what is refused before it is read. */
    body?: string
  }
}
