import {
  CheckCheck,
  Contact,
  ListOrdered,
  type LucideIcon,
  MessageSquare,
  Moon,
  MoonStar,
  Phone,
  Settings,
  SquarePen,
  UserPlus,
  Users
} from 'lucide-react'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useNow } from '../../time/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { sectionTitles, useShownSections } from '../settings/index.ts'
import type { PaletteAction } from './palette-items.ts'

/** Where an action of the palette leads. */
export type PaletteTarget =
  | 'calls'
  | 'messages'
  | 'team'
  | 'queues'
  | 'contacts'
  | 'settings'
  | 'new-message'
  | 'new-contact'

const minuteMs = 60_000

/** What can be done from anywhere, and the sections of Settings to go to. */
export interface PaletteActions {
  readonly actions: readonly PaletteAction[]
  readonly settings: readonly PaletteAction[]
}

export function usePaletteActions(onGo: (target: PaletteTarget) => void): PaletteActions {
  return { actions: useActions(onGo), settings: useSettingsActions(onGo) }
}

function useSettingsActions(onGo: (target: PaletteTarget) => void): readonly PaletteAction[] {
  const seekSection = useUiState((ui) => ui.seekSection)
  return useShownSections().map((name) => ({
    id: `settings-${name}`,
    label: t(sectionTitles[name]),
    icon: Settings,
    run() {
      seekSection(name)
      onGo('settings')
    }
  }))
}

function useActions(onGo: (target: PaletteTarget) => void): readonly PaletteAction[] {
  const bridge = useBridge()
  const quietUntilMs = useRequest('settings:get-settings', {}).data?.quietUntilMs ?? null
  const nowMs = useNow(minuteMs)
  const isQuiet = quietUntilMs !== null && quietUntilMs > nowMs
  const go = (target: PaletteTarget, label: string, icon: LucideIcon): PaletteAction => ({
    id: target,
    label,
    icon,
    run: () => onGo(target)
  })
  const goTo = (target: Exclude<PaletteTarget, `new-${string}`>, icon: LucideIcon) =>
    go(target, t('palette.goTo', { section: t(`rail.${target}`) }), icon)
  const beQuiet = (minutes: number) => () => {
    const change = { quietUntilMs: minutes === 0 ? null : Date.now() + minutes * minuteMs }
    // Without a connection the page's banner already says why nothing changes.
    bridge.request('settings:update-settings', { change }).catch(() => {})
  }
  const quiet = (minutes: number, duration: string): PaletteAction => ({
    id: `quiet-${minutes}`,
    label: t('palette.quiet', { duration }),
    icon: MoonStar,
    run: beQuiet(minutes)
  })
  return [
    go('new-message', t('palette.newMessage'), SquarePen),
    go('new-contact', t('palette.newContact'), UserPlus),
    ...(isQuiet ? [{ id: 'quiet-0', label: t('palette.quietOff'), icon: Moon, run: beQuiet(0) }] : []),
    quiet(30, t('palette.quietHalfHour')),
    quiet(60, t('palette.quietHour')),
    {
      id: 'mark-read',
      label: t('palette.markAllRead'),
      icon: CheckCheck,
      run: () => void bridge.request('calls:mark-all-read', {}).catch(() => {})
    },
    goTo('calls', Phone),
    goTo('messages', MessageSquare),
    goTo('team', Users),
    goTo('queues', ListOrdered),
    goTo('contacts', Contact),
    goTo('settings', Settings)
  ]
}
