import { parseArgs } from 'node:util'
import { z } from 'zod'

export const usage = `A Voice360 to run against.

  npm run simulator -- [options]

  --port <number>          the port on 127.0.0.1; any free one without it
  --seed <number>          what all chance comes from (default 1)
  --users <number>         how many colleagues the office has (default 12)
  --developer-key <key>    the account's developer key; drawn from the seed without it
  --office                 calls and messages every few seconds
  --manual-clock           time stands still until POST /_simulator/clock
  --json                   print one line of JSON when ready
  --help                   print this
`

const flagsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  seed: z.coerce.number().int().default(1),
  users: z.coerce.number().int().min(1).max(20_000).default(12),
  'developer-key': z.string().min(1).optional(),
  office: z.boolean().default(false),
  'manual-clock': z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false)
})

type CommandLine =
  | { readonly ok: true; readonly flags: Readonly<z.infer<typeof flagsSchema>> }
  | { readonly ok: false; readonly problem: string }

export function parseCommandLine(args: readonly string[]): CommandLine {
  let values: Record<string, unknown>
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        users: { type: 'string' },
        'developer-key': { type: 'string' },
        office: { type: 'boolean' },
        'manual-clock': { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' }
      }
    }).values
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
  const parsed = flagsSchema.safeParse(values)
  if (parsed.success) return { ok: true, flags: parsed.data }
  const [issue] = parsed.error.issues
  return { ok: false, problem: `--${issue?.path.join('.')}: ${issue?.message}` }
}
