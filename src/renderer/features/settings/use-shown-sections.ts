import { useRequest, useSettings } from '../../bridge/index.ts'
import { type SettingsSectionName, sectionTitles } from './section-titles.ts'

const isName = (name: string): name is SettingsSectionName => name in sectionTitles
const all = Object.keys(sectionTitles).filter(isName)

/** The sections of Settings that there are on this host and in this team, in their order. */
export function useShownSections(): readonly SettingsSectionName[] {
  const hasStart = useHasStartSection()
  const hasSharing = useHasSharingSection()
  return all.filter((name) => (name === 'start' ? hasStart : name === 'sharing' ? hasSharing : true))
}

/** Whether this host can start the app with its user's session. */
function useHasStartSection(): boolean {
  const start = useRequest('startup:get-start-at-login', {}, { shouldAskAgain: true }).data
  return start !== undefined && start.state !== 'unavailable'
}

/** Whether there is a team to share with, or sharing to turn off. */
export function useHasSharingSection(): boolean {
  const team = useRequest('team:get-team', {}).data
  const settings = useSettings().query.data
  if (team === undefined || settings === undefined) return false
  const canShare = team.place?.reading.sharesWork === true
  return canShare || settings.isSharingRemarks || settings.isSharingContacts
}
