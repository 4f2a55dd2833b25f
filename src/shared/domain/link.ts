import { z } from 'zod'

/** The links that this app can open: to call (`tel`, `callto`) and to write (`sms`). */
export const linkSchemeSchema = z.enum(['tel', 'callto', 'sms'])
export type LinkScheme = z.infer<typeof linkSchemeSchema>
export const linkSchemes = linkSchemeSchema.options

/** Who opens links of a scheme on this system. `unavailable` where this host cannot open any, or cannot know. */
export const linkHandlerSchema = z.object({
  scheme: linkSchemeSchema,
  state: z.enum(['this-app', 'another', 'unavailable'])
})
export type LinkHandler = z.infer<typeof linkHandlerSchema>

/** The system, as far as it decides how a default program is chosen. */
export const linkSystemSchema = z.enum(['windows', 'macos', 'linux', 'browser'])

export const linkHandlersSchema = z.object({
  handlers: z.array(linkHandlerSchema).readonly(),
  system: linkSystemSchema
})
export type LinkHandlers = z.infer<typeof linkHandlersSchema>
