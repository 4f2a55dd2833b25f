import { z } from 'zod'

/** How an expected failure crosses from the main process to a page: a code to branch on, a sentence to show. */
export const failureSchema = z.object({ code: z.string(), message: z.string() })
export type Failure = z.infer<typeof failureSchema>

/** What a command can answer when it can fail: the value, or why not. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export const succeeded = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const failed = (code: string, message: string): Outcome<never> => ({
  ok: false,
  failure: { code, message }
})

/** The schema of an `Outcome` of `value`. */
export const outcomeOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), failure: failureSchema })
  ])
