import { z } from 'zod'

/** What a hotkey does: dial the copied number, move the keyboard into the pop-up, show the app. */
export const hotkeyNameSchema = z.enum(['dial', 'popup', 'app'])
export type HotkeyName = z.infer<typeof hotkeyNameSchema>

/** Keys that work while another program has the focus, and whether the system gives them. */
export const hotkeySchema = z.object({
  name: hotkeyNameSchema,
  /** As Electron writes it, e.g. "CommandOrControl+Shift+D". */
  accelerator: z.string(),
  /** `taken` by another program; `invalid` is no accelerator; `unavailable` where this host has none. */
  state: z.enum(['registered', 'taken', 'invalid', 'unavailable']),
  /** When it was last seen to work in this run. */
  lastPressedAtMs: z.number().nullable()
})
export type Hotkey = z.infer<typeof hotkeySchema>

/** While keys are `recorded` none is registered, so that the page gets them; while `proving`, a press is only noted. */
export const hotkeyModeSchema = z.enum(['active', 'recording', 'proving'])
export type HotkeyMode = z.infer<typeof hotkeyModeSchema>

export const hotkeysSchema = z.object({
  hotkeys: z.array(hotkeySchema).readonly(),
  mode: hotkeyModeSchema,
  /** The system may take a hotkey and never tell of it (Wayland): only a press proves that it works. */
  isUnproven: z.boolean(),
  /** Whether the selected text can be dialed instead of the copied one (X11). */
  hasSelection: z.boolean()
})
export type Hotkeys = z.infer<typeof hotkeysSchema>
