import { shell } from 'electron'
import type { UrlOpener } from '../core/ports.ts'

/** The one way out of the app to the web: https only, in the user's browser. */
export const desktopUrlOpener: UrlOpener = {
  async open(url) {
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return false
    return shell.openExternal(new URL(url).href).then(
      () => true,
      () => false
    )
  }
}
