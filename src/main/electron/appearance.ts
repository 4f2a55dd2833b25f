import { nativeTheme } from 'electron'
import type { Appearance, DocumentStore } from '../core/ports.ts'
import { updateWindowState } from './window-state.ts'

/** The theme is kept with the windows' places, since the first window has it before there are settings. */
export const desktopAppearance = (windowState: DocumentStore): Appearance => ({
  setTheme(theme) {
    if (nativeTheme.themeSource === theme) return
    nativeTheme.themeSource = theme
    updateWindowState(windowState, { theme })
  }
})
