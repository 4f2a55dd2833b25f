import { parseArgs } from 'node:util'
import { z } from 'zod'
import { failed, type Outcome, succeeded } from '../shared/domain/failure.ts'

export const usage = `One webhook address for a whole team, on NATS JetStream.

  npm run relay -- --config FILE            takes webhooks until it is told to stop
  npm run relay -- --config FILE --check    looks whether the configuration and NATS are right, and ends
  npm run relay -- init --out DIR           makes keys, a server's and a relay's configuration, and a webhook token
      --account ID                          the Voice360 account (default 1)
      --region US                           where its numbers are from
      --team NAME                           what people call the team
      --server URL                          where desktops reach NATS, tls://… or wss://…; may be said again
  npm run relay -- invite --config FILE --extension NUMBER
                                            prints one agent's invitation, which is a secret
      --account ID                          which, where the configuration has several
      --queue NAME  --line NUMBER           what they may read beside their extension; may be said again
      --team-wide                           they may read everything of the account
      --presence none|online-only|with-calls
                                            what they see of their colleagues (default online-only)
      --no-shared-work                      without the team's claims, notes and contacts
      --days NUMBER                         how long it is good for (default 180)
      --password-users                      for a server without JWTs: a user with a password; its entry for the server's
                                            configuration is printed too, and it does not end by itself

To take an invitation back: put the user's public key and the present time under "revocations" of the account's JWT (or "*" for all
that were made before), sign it with the operator's key, and give it to the server; or take the signing key out of it, which ends every
invitation made with it, and make new ones with another. An entry with a password is taken out of the server's configuration.
`

const account = z.coerce.number().int().positive()

const flagsSchema = z.object({
  config: z.string().min(1).optional(),
  out: z.string().min(1).optional(),
  account: account.optional(),
  region: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capital letters, like US')
    .default('US'),
  team: z.string().trim().min(1).max(100).default('Our team'),
  server: z.array(z.string()).default([]),
  extension: z
    .string()
    .regex(/^\d{2,6}$/, 'two to six digits')
    .optional(),
  queue: z.array(z.string().min(1).max(200)).default([]),
  line: z.array(z.string()).default([]),
  presence: z.enum(['none', 'online-only', 'with-calls']).default('online-only'),
  days: z.coerce.number().int().min(1).max(3_660).default(180),
  'team-wide': z.boolean().default(false),
  'no-shared-work': z.boolean().default(false),
  'password-users': z.boolean().default(false),
  check: z.boolean().default(false),
  help: z.boolean().default(false)
})
type Flags = Readonly<z.infer<typeof flagsSchema>>

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'run' | 'check'; readonly config: string }
  | {
      readonly kind: 'init'
      readonly out: string
      readonly account: number
      readonly region: string
      readonly team: string
      readonly servers: readonly string[]
    }
  | {
      readonly kind: 'invite'
      readonly config: string
      /** Null for the only one. */
      readonly account: number | null
      readonly extension: string
      readonly queues: readonly string[]
      readonly lines: readonly string[]
      readonly isTeamWide: boolean
      readonly presence: Flags['presence']
      readonly sharesWork: boolean
      readonly days: number
      readonly hasPassword: boolean
    }
export type InitCommand = Extract<Command, { kind: 'init' }>
export type InviteCommand = Extract<Command, { kind: 'invite' }>

const one = { type: 'string' } as const
const several = { type: 'string', multiple: true } as const
const yes = { type: 'boolean' } as const

export function parseCommandLine(args: readonly string[]): Outcome<Command> {
  let given: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] }
  try {
    given = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: one,
        out: one,
        account: one,
        region: one,
        team: one,
        server: several,
        extension: one,
        queue: several,
        line: several,
        presence: one,
        days: one,
        'team-wide': yes,
        'no-shared-work': yes,
        'password-users': yes,
        check: yes,
        help: yes
      }
    })
  } catch (error) {
    return failed('usage', error instanceof Error ? error.message : String(error))
  }
  const flags = flagsSchema.safeParse(given.values)
  if (!flags.success) {
    const [issue] = flags.error.issues
    return failed('usage', `--${issue?.path.join('.')}: ${issue?.message}`)
  }
  return commandOf(given.positionals, flags.data)
}

function commandOf([name, ...more]: readonly string[], flags: Flags): Outcome<Command> {
  if (flags.help) return succeeded({ kind: 'help' })
  const { config, out, extension } = flags
  if (more.length > 0) return failed('usage', `"${more[0]}" is not understood.`)
  switch (name) {
    case undefined:
      if (config === undefined) return missing('config FILE')
      return succeeded({ kind: flags.check ? 'check' : 'run', config })
    case 'init': {
      if (out === undefined) return missing('out DIR')
      const { account: id = 1, region, team, server: servers } = flags
      return succeeded({ kind: 'init', out, account: id, region, team, servers })
    }
    case 'invite':
      if (config === undefined) return missing('config FILE')
      if (extension === undefined) return missing('extension NUMBER')
      return succeeded({
        kind: 'invite',
        config,
        extension,
        account: flags.account ?? null,
        queues: flags.queue,
        lines: flags.line,
        isTeamWide: flags['team-wide'],
        presence: flags.presence,
        sharesWork: !flags['no-shared-work'],
        days: flags.days,
        hasPassword: flags['password-users']
      })
    default:
      return failed('usage', `There is no command "${name}".`)
  }
}

const missing = (flag: string): Outcome<never> => failed('usage', `--${flag} is missing.`)
