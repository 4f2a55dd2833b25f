import type { RebuildProgress } from '../../shared/domain/event-reading.ts'
import type { Directory } from './contacts/index.ts'
import type { LiveValue } from './live-value.ts'
import type { createLines } from './messages/index.ts'
import type { PopupService } from './popup/index.ts'
import type { HostAdapters } from './ports.ts'
import type { ReachService } from './reach/index.ts'
import type { SessionService } from './session/index.ts'
import type { SettingsService } from './settings/index.ts'
import type { TeamService } from './team/index.ts'
import type { UpdatesService } from './updates/index.ts'

interface Told {
  readonly host: Pick<HostAdapters, 'pages' | 'popupWindow'>
  readonly rebuild: LiveValue<RebuildProgress | null>
  readonly session: SessionService
  readonly settings: SettingsService
  readonly directory: Directory
  readonly lines: ReturnType<typeof createLines>
  readonly reach: ReachService
  readonly team: Pick<TeamService, 'current'>
  readonly popup: PopupService
  readonly updates: Pick<UpdatesService, 'current'>
}

/** From now on pages are told what became another; each asks for what it was not told. */
export function tellPages(told: Told): void {
  const { host, rebuild, session, settings, directory, lines, reach, team, popup, updates } = told
  const { pages, popupWindow } = host
  rebuild.watch((progress) => pages.publish('events:rebuild-progressed', progress))
  session.current.watch((current) => pages.publish('session:session-changed', current))
  session.accountsChanged.watch(() => pages.publish('session:accounts-changed', session.listAccounts()))
  settings.current.watch((current) => pages.publish('settings:settings-changed', current))
  updates.current.watch((current) => pages.publish('updates:updates-changed', current))
  directory.namesChanged.watch(() => pages.publish('contacts:names-changed', {}))
  lines.current.watch(() => pages.publish('contacts:names-changed', {}))
  reach.current.watch((current) => pages.publish('reach:reach-changed', current))
  reach.coachChanged.watch(() => pages.publish('reach:coach-changed', {}))
  team.current.watch((current) => pages.publish('team:team-changed', current))
  popup.cards.watch((cards) => {
    pages.publish('popup:cards-changed', cards)
    if (cards.length > 0) popupWindow.show()
    else popupWindow.hide()
  })
}
