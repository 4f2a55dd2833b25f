import { updatesSchema } from '../../domain/updates.ts'
import { nothing } from './pieces.ts'

/** Newer versions of the app. Each request is answered at once with where it stands then; events tell how it goes on. */
export const updatesContract = {
  'updates:get-updates': { args: nothing, result: updatesSchema },
  'updates:check-now': { args: nothing, result: updatesSchema },
  'updates:download-now': { args: nothing, result: updatesSchema },
  /** Ends the app and starts the newer one; while a call or a dial is going on, after that. */
  'updates:install-now': { args: nothing, result: updatesSchema }
} as const
