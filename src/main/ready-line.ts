import type { Application } from './core/application.ts'
import type { StartOptions } from './start-options.ts'

/** What `--json` prints when the app is ready; `ui` is where a browser finds it, empty for the desktop app. */
export const readyLine = (application: Application, { apiUrl }: StartOptions, ui = ''): string =>
  JSON.stringify({ ui, webhook: application.reach().webhookUrl, api: apiUrl })
