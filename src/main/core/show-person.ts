import type { HostAdapters } from './ports.ts'

/** Brings the main window up at the timeline with an address; with `compose` the caret goes into the message. */
export function showPerson(
  { mainWindow, pages }: Pick<HostAdapters, 'mainWindow' | 'pages'>,
  person: { readonly address: string; readonly compose: boolean }
): void {
  mainWindow.show()
  pages.publish('window:person-requested', person)
}
