import type { WaitingReason } from '../shared/domain/start.ts'
import type { Application } from './core/application.ts'
import type { StartOptions } from './start-options.ts'

/** What `--json` prints when the app is ready; `ui` is where a browser finds it, empty for the desktop app. */
export const readyLine = (application: Application, { apiUrl }: StartOptions, ui = ''): string =>
  JSON.stringify({ ui, webhook: application.reach().webhookUrl, api: apiUrl })

/** One line of JSON for whoever started the app and waits, where it is the user who has to choose first. */
export const waitingLine = (reason: WaitingReason, ui?: string): string =>
  JSON.stringify({ waiting: reason, ...(ui === undefined ? {} : { ui }) })
