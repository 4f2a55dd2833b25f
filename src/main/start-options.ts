import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type OutsideRequest, readCommandLine } from './core/links/index.ts'

const defaultApiUrl = 'https://api.voice360.app/v3/voice'

/** What a start can be told by flag or environment, for automation. Keys are never among it: they come by standard input. */
export interface StartOptions {
  readonly apiUrl: string
  readonly accountId: number | null
  /** Who I am, where only a developer key is given. */
  readonly extension: string | null
  readonly userDataFolder: string
  /** The port of the webhook listener; null for the usual one, 0 for any. */
  readonly webhookPort: number | null
  readonly secrets: 'auto' | 'memory'
  /** A file that stands in for this computer's policy, for tests and development; null for the computer's own. */
  readonly policyFile: string | null
  /** Where the simulator is controlled, if the API is one: it can be asked for test events. */
  readonly simulatorUrl: string | null
  /** Whether keys stand on standard input, one a line. */
  readonly hasKeysOnInput: boolean
  readonly json: boolean
  /** Whether the app starts into the tray, without a window. */
  readonly isHidden: boolean
  /** What the command line asks for: links to open, or a number to dial. */
  readonly requests: readonly OutsideRequest[]
}

const environmentSchema = z.object({
  VOICE360_API_URL: z.url({ protocol: /^https?$/ }).default(defaultApiUrl),
  VOICE360_ACCOUNT_ID: z.coerce.number().int().positive().nullable().default(null),
  VOICE360_EXTENSION: z.string().min(1).nullable().default(null),
  VOICE360_USER_DATA: z.string().min(1).nullable().default(null),
  VOICE360_WEBHOOK_PORT: z.coerce.number().int().min(0).max(65_535).nullable().default(null),
  VOICE360_SIMULATOR_URL: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  VOICE360_SECRETS: z.enum(['auto', 'memory']).default('auto'),
  VOICE360_POLICY: z.string().min(1).nullable().default(null)
})

/**
 * Reads the command line and the environment of either host. Flags of Chromium's or Electron's own are passed over, and so are
 * all flags behind a link or a number. A packaged app looks at nothing that would lead it past its computer's policy.
 *
 * @throws Error in the user's words, where a variable does not parse
 */
export function readStartOptions(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  { isPackaged }: { readonly isPackaged: boolean } = { isPackaged: true }
): StartOptions {
  // `NAME= npm start` is how a shell unsets a variable for one command.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(set)
  if (!parsed.success)
    throw new Error(`The environment was not understood.\n${z.prettifyError(parsed.error)}`)
  const { ownWords, requests } = readCommandLine(argv)
  const { values } = parseArgs({
    args: [...ownWords],
    options: { 'key-stdin': { type: 'boolean' }, json: { type: 'boolean' }, hidden: { type: 'boolean' } },
    allowPositionals: true,
    strict: false
  })
  return {
    apiUrl: parsed.data.VOICE360_API_URL.replace(/\/+$/, ''),
    accountId: parsed.data.VOICE360_ACCOUNT_ID,
    extension: parsed.data.VOICE360_EXTENSION,
    userDataFolder: parsed.data.VOICE360_USER_DATA ?? defaultUserDataFolder(process.platform, set),
    webhookPort: parsed.data.VOICE360_WEBHOOK_PORT,
    secrets: parsed.data.VOICE360_SECRETS,
    policyFile: isPackaged ? null : parsed.data.VOICE360_POLICY,
    simulatorUrl: parsed.data.VOICE360_SIMULATOR_URL,
    hasKeysOnInput: values['key-stdin'] === true,
    json: values['json'] === true,
    isHidden: values['hidden'] === true,
    requests
  }
}

/** Where each system wants an application's data; the same folder that Electron would choose. */
export function defaultUserDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const name = 'Voice360 Companion'
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name)
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name)
}
