import { z } from 'zod'

/** Whether the app starts with its user's session; `unavailable` where this host cannot. */
export const startAtLoginSchema = z.object({ state: z.enum(['on', 'off', 'unavailable']) })
export type StartAtLoginState = z.infer<typeof startAtLoginSchema>['state']
