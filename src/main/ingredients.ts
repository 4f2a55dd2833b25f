import type { Diagnostics } from '../shared/domain/diagnostics.ts'
import type { Restart } from './core/application.ts'
import type { MachineNames } from './core/diagnostics/index.ts'
import type { PolicyInForce } from './core/policy/index.ts'
import type {
  Clock,
  DocumentStore,
  HostAdapters,
  Log,
  ReadNetwork,
  SecretStore,
  TeamLink,
  Tunnels
} from './core/ports.ts'
import type { Translate } from './core/translate.ts'
import type { StartOptions } from './start-options.ts'

/** What a host brings to the application. */
export interface Ingredients {
  readonly host: HostAdapters
  readonly options: StartOptions
  /** API keys to sign in with at the start, beside those kept. */
  readonly keys: readonly string[]
  readonly secrets: SecretStore
  /** What the computer's administrator has settled. */
  readonly policy: PolicyInForce
  readonly documents: Readonly<Record<'settings' | 'account' | 'reach' | 'team', DocumentStore>>
  readonly tunnels: Tunnels
  /** Loads the way to a team's relay, which most have not. */
  readonly loadTeamLink: () => Promise<TeamLink>
  readonly readNetwork: ReadNetwork
  readonly versions: Diagnostics['versions']
  readonly machine: MachineNames
  /** The end of the log file, redacted already. */
  readonly readLog: () => Promise<string>
  /** Takes secrets out of a text, and pieces of them. */
  readonly redact: (text: string) => string
  /** Puts the application together anew, with what is kept then; it ends this one. */
  readonly restart: Restart
  /** The compiled or plain ledger worker. */
  readonly workerFile: string | URL
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}
