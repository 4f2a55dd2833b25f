import type { z } from 'zod'
import type { RequestChannel } from './channels.ts'
import { backupContract } from './contract/backup.ts'
import { callsContract } from './contract/calls.ts'
import { contactsContract } from './contract/contacts.ts'
import { dialingContract } from './contract/dialing.ts'
import { messagesContract } from './contract/messages.ts'
import { officeContract } from './contract/office.ts'
import { policyContract } from './contract/policy.ts'
import { popupContract } from './contract/popup.ts'
import { reachContract } from './contract/reach.ts'
import { startContract } from './contract/start.ts'
import { teamContract } from './contract/team.ts'
import { updatesContract } from './contract/updates.ts'

/**
 * The whole surface between a page and the main process: what each request takes and answers. Electron's IPC and the browser
 * host's WebSocket both speak it, and both parse it on the main process's side, arguments and results.
 */
export const contract = {
  ...startContract,
  ...policyContract,
  ...updatesContract,
  ...callsContract,
  ...contactsContract,
  ...messagesContract,
  ...officeContract,
  ...reachContract,
  ...teamContract,
  ...dialingContract,
  ...popupContract,
  ...backupContract
} as const satisfies Record<RequestChannel, { args: z.ZodType; result: z.ZodType }>

export type RequestArgs<C extends RequestChannel> = z.input<(typeof contract)[C]['args']>
export type RequestResult<C extends RequestChannel> = z.output<(typeof contract)[C]['result']>
