import { z } from 'zod'
import type { WireAnswer } from '../../shared/ipc/bridge.ts'
import type { RequestChannel, StartChannel } from '../../shared/ipc/channels.ts'
import type { contract } from '../../shared/ipc/contract.ts'
import type { Log } from '../core/ports.ts'

/** One function a request: takes parsed arguments, answers what the contract says. */
export type RequestHandlers = {
  readonly [C in RequestChannel]: (
    args: z.output<(typeof contract)[C]['args']>
  ) => Promise<z.input<(typeof contract)[C]['result']>> | z.input<(typeof contract)[C]['result']>
}

/** Those that are answered once the application is put together. */
export type ApplicationHandlers = Omit<RequestHandlers, StartChannel>

/** The contract of the requests that are answered. */
type Terms = Readonly<Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>>

/**
 * Makes the one function that answers pages, whatever carries their requests: arguments and results are parsed by the
 * contract, and what goes wrong crosses as a code and a sentence, never as a stack.
 */
export function createRequestAnswerer(terms: Terms, handlers: Partial<RequestHandlers>, log: Log) {
  const handlerOf = new Map<string, unknown>(Object.entries(handlers))
  return async function answerRequest(channel: string, args: unknown): Promise<WireAnswer> {
    const handler = handlerOf.get(channel)
    const agreed = Object.hasOwn(terms, channel) ? terms[channel] : undefined
    if (typeof handler !== 'function' || agreed === undefined) {
      return { ok: false, code: 'unknown-request', message: 'The app has no such request.' }
    }
    const parsed = parseArguments(agreed.args, args)
    if (!parsed.success) {
      return { ok: false, code: 'bad-request', message: `The request was not understood: ${parsed.reason}` }
    }
    try {
      // The contract ties each channel's arguments to its handler, which the compiler cannot follow through a union.
      const handled: unknown = await Reflect.apply(handler, handlers, [parsed.data])
      return { ok: true, value: agreed.result.parse(handled) }
    } catch (error) {
      log.error('A request failed', {
        channel,
        error: error instanceof Error ? error.message : String(error)
      })
      return { ok: false, code: 'internal', message: 'Something went wrong in the app. Its log says more.' }
    }
  }
}

/** Never throws, as zod does where a page sends bytes for a list: they cannot be frozen. */
function parseArguments(schema: z.ZodType, args: unknown) {
  try {
    const parsed = schema.safeParse(args)
    return parsed.success ? parsed : ({ success: false, reason: z.prettifyError(parsed.error) } as const)
  } catch (error) {
    return { success: false, reason: String(error) } as const
  }
}
