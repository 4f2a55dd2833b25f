import { z } from 'zod'

/** The ways in which Voice360's webhooks can get to this computer; `none` is not chosen yet. */
export const tunnelKindSchema = z.enum([
  'none',
  'own-url',
  'cloudflared-quick',
  'cloudflared-named',
  'ngrok',
  'ssh',
  'relay'
])
export type TunnelKind = z.infer<typeof tunnelKindSchema>

// Voice360 posts to https only; http is for a Voice360 on this very machine.
const publicAddress =
  /^(https:\/\/([\w-]+\.)+[\w-]+|https?:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d{1,5})?(\/[\w.~%-]+)*\/*$/i

/** An https address, with or without a path, under which this computer's webhooks are found from outside. */
export const publicAddressSchema = z
  .string()
  .trim()
  .max(500)
  .regex(publicAddress)
  .transform((text) => text.replace(/\/+$/, ''))

const portSchema = z.number().int().min(1).max(65_535)

/** How webhooks get here, without the secrets that some ways need: those are in the keychain. */
export const tunnelChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }).strict(),
  /** A reverse proxy or a port forward of the user's own: nothing is started, it is only checked. */
  z.object({ kind: z.literal('own-url'), url: publicAddressSchema }).strict(),
  z.object({ kind: z.literal('cloudflared-quick') }).strict(),
  /** The tunnel's token is the secret; its hostname stands in Cloudflare's dashboard and not in what cloudflared prints. */
  z.object({ kind: z.literal('cloudflared-named'), url: publicAddressSchema }).strict(),
  /** The authtoken is the secret; without a domain ngrok gives one of its own. */
  z
    .object({
      kind: z.literal('ngrok'),
      domain: z
        .string()
        .trim()
        .max(253)
        .regex(/^([\w-]+\.)+[\w-]+$|^$/)
    })
    .strict(),
  /** `ssh -R` to the user's own server, whose web server hands `url` on to `remotePort` of its loopback interface. */
  z
    .object({
      kind: z.literal('ssh'),
      /** `user@host` or a host of ~/.ssh/config; never an option. */
      destination: z
        .string()
        .trim()
        .max(255)
        .regex(/^[A-Za-z0-9_][\w.@:-]*$/),
      port: portSchema.nullable(),
      remotePort: portSchema,
      url: publicAddressSchema
    })
    .strict(),
  /** The team's relay takes the webhooks: nothing listens here. Which team it is belongs to the account and stands in no setting. */
  z.object({ kind: z.literal('relay') }).strict()
])
export type TunnelChoice = z.infer<typeof tunnelChoiceSchema>
/** A way that leads to the listener of this computer, or none. */
export type OwnWayChoice = Exclude<TunnelChoice, { readonly kind: 'relay' }>

/** What this computer has of what a way needs. */
export const tunnelOfferSchema = z.object({
  kind: tunnelKindSchema.exclude(['none']),
  /** `no-program`: what it is made with was not found on this computer. */
  state: z.enum(['ready', 'no-program']),
  /** Of the program or library that was found. */
  version: z.string().nullable(),
  /** Whether a secret that it needs is in the keychain; null where it needs none. */
  hasSecret: z.boolean().nullable()
})
export type TunnelOffer = z.infer<typeof tunnelOfferSchema>

export const tunnelStatusSchema = z.object({
  kind: tunnelKindSchema,
  /** `waiting` for the next try; `down` while its program tries by itself. */
  state: z.enum(['off', 'starting', 'up', 'down', 'waiting']),
  /** Without the webhook's path and secret; null while it has none. */
  url: z.string().nullable(),
  /** What went wrong last, for people; null while nothing did. */
  reason: z.string().nullable(),
  nextTryAtMs: z.number().nullable()
})
export type TunnelStatus = z.infer<typeof tunnelStatusSchema>
