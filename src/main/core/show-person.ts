import type { Compose } from '../../shared/domain/compose.ts'
import type { HostAdapters } from './ports.ts'

/** Brings the main window up at the timeline with an address; `compose` says whether, and with which words, to begin a message. */
export function showPerson(
  { mainWindow, pages }: Pick<HostAdapters, 'mainWindow' | 'pages'>,
  person: { readonly address: string; readonly compose: Compose }
): void {
  mainWindow.show()
  pages.publish('window:person-requested', person)
}
