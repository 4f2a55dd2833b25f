import { z } from 'zod'
import { backupStepSchema } from '../domain/backup.ts'
import { callSchema } from '../domain/call.ts'
import { composeSchema } from '../domain/compose.ts'
import { importProgressSchema } from '../domain/contact.ts'
import { dialSchema } from '../domain/dialing.ts'
import { rebuildProgressSchema } from '../domain/event-reading.ts'
import { hotkeysSchema } from '../domain/hotkey.ts'
import {
  draftSchema,
  messageSchema,
  recipientSchema,
  scheduledMessageSchema,
  threadSchema
} from '../domain/message.ts'
import { noteSchema } from '../domain/note.ts'
import { popupCardSchema } from '../domain/popup-card.ts'
import { presenceChangeSchema } from '../domain/presence.ts'
import { queuesSchema } from '../domain/queue.ts'
import { reachSchema } from '../domain/reach.ts'
import { knownAccountSchema, sessionSchema } from '../domain/session.ts'
import { settingsSchema } from '../domain/settings.ts'
import { startSchema } from '../domain/start.ts'
import { teamSchema } from '../domain/team.ts'
import { updatesSchema } from '../domain/updates.ts'
import type { EventChannel } from './channels.ts'

/** What each event carries from the main process to its pages. */
export const events = {
  'start:start-changed': startSchema,
  'session:session-changed': sessionSchema,
  'session:accounts-changed': z.array(knownAccountSchema).readonly(),
  'settings:settings-changed': settingsSchema,
  'updates:updates-changed': updatesSchema,
  'calls:call-changed': callSchema,
  /** It turned out to be part of another call, or was deleted. */
  'calls:call-removed': z.object({ id: z.string() }),
  /** So much changed at once (made anew, deleted) that what is shown is to be asked for again. */
  'calls:history-replaced': z.object({}),
  'calls:unread-changed': z.object({ count: z.number().int() }),
  /** `isDeleted` once its body was emptied. */
  'notes:note-changed': z.object({ note: noteSchema, isDeleted: z.boolean() }),
  'contacts:contacts-changed': z.object({}),
  'contacts:import-progressed': importProgressSchema,
  'events:rebuild-progressed': rebuildProgressSchema.nullable(),
  'messages:thread-changed': threadSchema,
  'messages:message-changed': messageSchema,
  /** It turned out to be part of another message. */
  'messages:message-removed': z.object({ id: z.string(), threadId: z.string() }),
  'messages:draft-changed': draftSchema,
  /** All that are waiting or held now. */
  'messages:scheduled-changed': z.array(scheduledMessageSchema).readonly(),
  'messages:recipient-changed': recipientSchema,
  'messages:import-progressed': importProgressSchema,
  /** Only what became another. */
  'presence:presence-changed': presenceChangeSchema,
  /** The extensions of those of whom to be told when they are free. */
  'presence:watched-changed': z.array(z.string()).readonly(),
  'queues:queues-changed': queuesSchema,
  /** Those to call back may be others: who shows them is to ask again. */
  'queues:lost-callers-changed': z.object({}),
  /** People or lines got other names: whatever shows a party is to be asked for again. */
  'contacts:names-changed': z.object({}),
  'reach:reach-changed': reachSchema,
  /** Events came in, or the addresses are others: who shows the coach is to ask again. */
  'reach:coach-changed': z.object({}),
  'team:team-changed': teamSchema,
  /** Null once nothing is on show any more. */
  'dialing:dial-changed': dialSchema.nullable(),
  /** Others were called or chosen: who shows suggestions is to ask again. */
  'dialing:suggestions-changed': z.object({}),
  'hotkeys:hotkeys-changed': hotkeysSchema,
  'popup:cards-changed': z.array(popupCardSchema).readonly(),
  'window:person-requested': z.object({ address: z.string(), compose: composeSchema }),
  'window:board-requested': z.object({ board: z.enum(['team', 'queues']) }),
  /** Null once no backup is being made any more. */
  'backup:step-changed': backupStepSchema.nullable()
} as const satisfies Record<EventChannel, z.ZodType>

export type EventPayload<E extends EventChannel> = z.output<(typeof events)[E]>
