import { z } from 'zod'
import { dialGuardSchema } from './dialing.ts'
import { fieldAliasesSchema } from './event-reading.ts'
import { queueAlertSchema } from './queue.ts'
import { sourceAddressSchema } from './source-address.ts'
import { themeSchema } from './theme.ts'
import { tunnelChoiceSchema } from './tunnel.ts'

/** How a call makes itself known: not at all, by the system's notification, or by a card in the pop-up. */
export const callAlertSchema = z.enum(['off', 'notification', 'card'])
export type CallAlert = z.infer<typeof callAlertSchema>
const alert = callAlertSchema.default('card').catch('card')

export const defaultOutcomes = ['solved', 'call again', 'left a message', 'wrong number'] as const

export const messageTemplateSchema = z
  .object({ id: z.string().max(64), name: z.string().trim().min(1).max(60), body: z.string().max(1_000) })
  .strict()
/** Words to begin a message with; `{name}`, `{me}` and `{line}` stand for whom it is to, who writes it and by which line. */
export type MessageTemplate = z.infer<typeof messageTemplateSchema>

const defaultTemplates: readonly MessageTemplate[] = [
  { id: 'call-back', name: 'I will call back', body: 'Hi {name}, I will call you back shortly. {me}' },
  { id: 'thanks', name: 'Thank you', body: 'Thank you for your call, {name}. {me}' }
]
const defaultTextBack = 'Hi {name}, sorry I missed your call. How can I help? {me}'

const teamGroupSchema = z
  .object({
    name: z.string().trim().min(1).max(60),
    extensions: z.array(z.string().max(32)).max(2_000).readonly()
  })
  .strict()
export type TeamGroup = z.infer<typeof teamGroupSchema>

/**
 * What the user can choose. Each default lives here with its limits; a value that does not parse falls back to its own
 * default alone.
 */
export const settingsSchema = z.object({
  /** ISO 3166 region that reads numbers written without a country code. */
  region: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('US')
    .catch('US'),
  theme: themeSchema.default('system').catch('system'),
  /** Seconds between confirming a dial and sending it, in which it can be cancelled; 0 sends at once. */
  undoSeconds: z.number().int().min(0).max(10).default(3).catch(3),
  /** Whose incoming calls make themselves known. */
  popups: z.enum(['mine', 'my-queues', 'everyone']).default('mine').catch('mine'),
  /** How calls to a person, to a queue, and between colleagues make themselves known. */
  directCallAlert: alert,
  queueCallAlert: alert,
  internalCallAlert: alert,
  /** The queues that count as mine, by name, beside those that Voice360 says I am a member of. */
  myQueues: z.array(z.string().max(200)).max(200).readonly().default([]).catch([]),
  /** The queues of which to be told when nobody is available. */
  queueAlerts: z.array(queueAlertSchema).max(200).readonly().default([]).catch([]),
  /** The extensions of colleagues who stand first on the board. */
  favourites: z.array(z.string().max(32)).max(500).readonly().default([]).catch([]),
  /** Groups of colleagues that the user made, by extension. */
  teamGroups: z.array(teamGroupSchema).max(50).readonly().default([]).catch([]),
  teamLayout: z.enum(['list', 'grid']).default('list').catch('list'),
  /** Whether the board leaves out whom colleagues talk to, for those whose screen is seen by others. */
  isHidingWhomColleaguesCall: z.boolean().default(false).catch(false),
  /** Whether a caller's card shows only the last digits, for those whose screen is seen by others. */
  isMaskingDigits: z.boolean().default(false).catch(false),
  /** Until when this app stays quiet about calls and messages, in epoch milliseconds. */
  quietUntilMs: z.number().nullable().default(null).catch(null),
  /** Whether messages are told by a notification. */
  notifications: z.boolean().default(true).catch(true),
  /** Whether a message's notification makes a sound. */
  isMessageSoundOn: z.boolean().default(true).catch(true),
  /** The key that sends a message; the other one begins a new line. */
  sendKey: z.enum(['enter', 'mod-enter']).default('enter').catch('enter'),
  messageTemplates: z
    .array(messageTemplateSchema)
    .max(50)
    .readonly()
    .default(defaultTemplates)
    .catch(defaultTemplates),
  /** What a text back after a missed call begins with, with the placeholders of a template. */
  textBackTemplate: z.string().max(1_000).default(defaultTextBack).catch(defaultTextBack),
  /** The address of a person in the user's CRM, with `{number}` and other fields; empty for none. Only https. */
  crmTemplate: z.string().max(500).default('').catch(''),
  /** Days after which calls, messages and notes are deleted; null keeps them. */
  retentionDays: z.number().int().min(1).max(3_650).nullable().default(null).catch(null),
  /** The words to choose from for what came of a call. */
  outcomes: z
    .array(z.string().trim().min(1).max(100))
    .max(20)
    .readonly()
    .default([...defaultOutcomes])
    .catch([...defaultOutcomes]),
  /** Whether a team sees what is noted of calls here, and what it notes of them is shown. */
  isSharingRemarks: z.boolean().default(false).catch(false),
  /** Whether the contacts of a team are shown among the user's own. */
  isSharingContacts: z.boolean().default(false).catch(false),
  /** How Voice360 reaches this computer; changed by `reach:choose-tunnel`, which takes its secret too. */
  tunnel: tunnelChoiceSchema.default({ kind: 'none' }).catch({ kind: 'none' }),
  /** The addresses and networks (CIDR) from which webhooks are taken; empty for all. */
  sourceAddresses: z.array(sourceAddressSchema).max(50).readonly().default([]).catch([]),
  fieldAliases: fieldAliasesSchema.default({}).catch({}),
  isRecordingOnByDefault: z.boolean().default(false).catch(false),
  /** Whether a call begins with the number that was last shown to the same party. */
  isCallerIdKept: z.boolean().default(true).catch(true),
  /** Codes such as *72 that switch something at the PBX. */
  featureCodeGuard: dialGuardSchema.default('refuse').catch('refuse'),
  premiumGuard: dialGuardSchema.default('refuse').catch('refuse'),
  /** Numbers of countries that are neither the user's own nor among `dialedCountries`. */
  foreignGuard: dialGuardSchema.default('ask').catch('ask'),
  /** An emergency number that was typed; one that came by hotkey or link is refused whatever stands here. */
  emergencyGuard: z.enum(['ask', 'refuse']).default('refuse').catch('refuse'),
  /** ISO 3166 regions that are called without a question, beside the user's own. */
  dialedCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(300)
    .readonly()
    .default([])
    .catch([]),
  dialsPerMinute: z.number().int().min(1).max(60).default(10).catch(10),
  /** Numbers to call often, as addresses. */
  favouriteNumbers: z.array(z.string().max(64)).max(100).readonly().default([]).catch([]),
  /** What the dial hotkey reads; the selected text only where the system has one (X11). */
  hotkeyReads: z.enum(['clipboard', 'selection']).default('clipboard').catch('clipboard'),
  /** Electron's accelerator of the hotkey that dials the clipboard's number. */
  dialHotkey: z.string().min(1).default('CommandOrControl+Shift+D').catch('CommandOrControl+Shift+D'),
  /** Electron's accelerator of the hotkey that moves the keyboard into the pop-up. */
  popupHotkey: z.string().min(1).default('CommandOrControl+Shift+Y').catch('CommandOrControl+Shift+Y'),
  /** Electron's accelerator of the hotkey that shows the app. */
  appHotkey: z.string().min(1).default('CommandOrControl+Shift+U').catch('CommandOrControl+Shift+U'),
  /** Whether newer versions are looked for, and fetched without asking; they are put in when the app ends, or on the user's word. */
  updates: z.enum(['automatic', 'ask', 'off']).default('automatic').catch('automatic'),
  updateChannel: z.enum(['latest', 'beta']).default('latest').catch('latest')
})
export type Settings = z.infer<typeof settingsSchema>
export type SettingName = keyof Settings

export const settingNameSchema = settingsSchema.keyof()

/**
 * Any of the settings, each by its own schema without the fallbacks that reading a file wants: a wrong value from a person is
 * refused with a reason, not replaced.
 */
export const someSettingsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([name, schema]) => [
      name,
      schema.unwrap().unwrap().exactOptional()
    ])
  )
)

export const defaultSettings: Settings = settingsSchema.parse({})
