import type { DialSuggestions } from '../../shared/domain/dialing.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { Directory } from './contacts/index.ts'
import { type DialHistory, type DialingService, dialSuggestions } from './dialing/index.ts'
import { createHotkeysService, type HotkeysService } from './hotkeys/index.ts'
import { createLinksService, createMessageOpener, type LinksService } from './links/index.ts'
import type { LiveValue } from './live-value.ts'
import type { Drafts } from './messages/index.ts'
import type { PopupService } from './popup/index.ts'
import type { Clock, HostAdapters, Log } from './ports.ts'
import type { Translate } from './translate.ts'

/** The ways into the app from other programs: hotkeys, links, the command line, the numbers beside its icon. */
export interface Entrances {
  readonly hotkeys: HotkeysService
  readonly links: LinksService
  suggestions(): DialSuggestions
  /** Shows a confirmation for what the dial hotkey reads. */
  proposeDialFromClipboard(): Promise<void>
}

interface Dependencies {
  readonly host: HostAdapters
  readonly settings: Pick<LiveValue<Settings>, 'get' | 'watch'>
  readonly dialing: DialingService
  readonly history: DialHistory
  readonly directory: Directory
  readonly popup: Pick<PopupService, 'cards'>
  readonly drafts: Pick<Drafts, 'list' | 'save'>
  readonly newId: () => string
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  /** For what nobody waits for. */
  readonly aside: (work: Promise<void>) => void
}

export function createEntrances(dependencies: Dependencies): Entrances {
  const { host, settings, dialing, history, directory, popup, aside } = dependencies
  const suggestions = () => dialSuggestions(history, settings.get().favouriteNumbers, directory)

  async function proposeDialFromClipboard(): Promise<void> {
    const readsSelection = settings.get().hotkeyReads === 'selection' && host.clipboard.hasSelection
    const text = await (readsSelection ? host.clipboard.readSelection() : host.clipboard.readText())
    dialing.propose(text, 'hotkey')
  }

  /** With the keyboard in the pop-up, or where its cards are. */
  function focusPopup(): void {
    if (popup.cards.get().length === 0) return
    if (host.describe().hasPopupWindow) host.popupWindow.takeFocus()
    else host.mainWindow.show()
  }

  const hotkeys = createHotkeysService({
    ...host,
    ...dependencies,
    onPress: {
      dial: () => aside(proposeDialFromClipboard()),
      popup: focusPopup,
      app: () => host.mainWindow.show()
    }
  })
  hotkeys.current.watch((current) => host.pages.publish('hotkeys:hotkeys-changed', current))

  function tellSuggestions(): void {
    host.pages.publish('dialing:suggestions-changed', {})
    const { recent } = suggestions()
    host.recentNumbers.show(
      recent.map(({ address, display, name }) => ({
        address,
        label: name === null ? display : `${name} · ${display}`
      }))
    )
  }
  history.changed.watch(tellSuggestions)
  directory.namesChanged.watch(tellSuggestions)

  return {
    hotkeys,
    links: createLinksService({
      ...host,
      ...dependencies,
      messageOpener: createMessageOpener({ ...dependencies, region: () => settings.get().region }),
      showWindow: () => host.mainWindow.show()
    }),
    suggestions,
    proposeDialFromClipboard
  }
}
