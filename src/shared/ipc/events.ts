import { z } from 'zod'
import { callSchema } from '../domain/call.ts'
import { dialSchema } from '../domain/dialing.ts'
import { messageSchema, threadSchema } from '../domain/message.ts'
import { popupCardSchema } from '../domain/popup-card.ts'
import { presenceSchema } from '../domain/presence.ts'
import { reachSchema } from '../domain/reach.ts'
import { sessionSchema } from '../domain/session.ts'
import { settingsSchema } from '../domain/settings.ts'
import type { EventChannel } from './channels.ts'

/** What each event carries from the main process to its pages. */
export const events = {
  'session:session-changed': sessionSchema,
  'settings:settings-changed': settingsSchema,
  'calls:call-changed': callSchema,
  'messages:thread-changed': threadSchema,
  'messages:message-changed': messageSchema,
  'presence:presence-changed': presenceSchema,
  /** People or lines got other names: whatever shows a party is to be asked for again. */
  'contacts:names-changed': z.object({}),
  'reach:reach-changed': reachSchema,
  'dialing:dial-changed': dialSchema,
  'popup:cards-changed': z.array(popupCardSchema).readonly(),
  'window:person-requested': z.object({ address: z.string(), compose: z.boolean() })
} as const satisfies Record<EventChannel, z.ZodType>

export type EventPayload<E extends EventChannel> = z.output<(typeof events)[E]>
