import type { TextKey } from '../../text/text.ts'

/** What the sections of Settings are called, in their order. */
export const sectionTitles = {
  account: 'settings.account',
  reach: 'reach.title',
  incoming: 'settings.incoming',
  crm: 'settings.crm',
  dialing: 'settings.dialing',
  guards: 'settings.guards',
  hotkeys: 'hotkeys.title',
  links: 'links.title',
  start: 'settings.start',
  look: 'settings.look',
  messages: 'messageSettings.title',
  eventReading: 'eventReading.title',
  sharing: 'sharing.title',
  data: 'data.title',
  updates: 'updates.title'
} as const satisfies Readonly<Record<string, TextKey>>

export type SettingsSectionName = keyof typeof sectionTitles
