import { z } from 'zod'

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
  theme: z.enum(['system', 'light', 'dark']).default('system').catch('system'),
  /** Seconds between confirming a dial and sending it, in which it can be cancelled; 0 sends at once. */
  undoSeconds: z.number().int().min(0).max(10).default(3).catch(3),
  /** Which incoming calls pop up. */
  popups: z.enum(['mine', 'everyone', 'off']).default('mine').catch('mine'),
  notifications: z.boolean().default(true).catch(true),
  isRecordingOnByDefault: z.boolean().default(false).catch(false),
  /** Electron's accelerator of the hotkey that dials the clipboard's number. */
  dialHotkey: z.string().min(1).default('CommandOrControl+Shift+D').catch('CommandOrControl+Shift+D')
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = settingsSchema.parse({})
