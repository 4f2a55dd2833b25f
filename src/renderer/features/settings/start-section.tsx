import { useCommand, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Checkbox } from '../../ui/index.ts'
import { Row } from './section.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Whether the app starts with its user's session; nothing where this host cannot. */
export function StartSection() {
  const { data, refetch } = useRequest('startup:get-start-at-login', {}, { shouldAskAgain: true })
  const change = useCommand('startup:set-start-at-login')
  if (data === undefined || data.state === 'unavailable') return null
  return (
    <SettingsSection name="start">
      {change.error && (
        <Banner kind="error">{t('settings.startFailed', { reason: change.error.message })}</Banner>
      )}
      <Row label={t('settings.startAtLogin')} hint={t('settings.startAtLoginHint')}>
        <Checkbox
          label={t('settings.startAtLoginYes')}
          isChecked={data.state === 'on'}
          onChange={(isOn) => change.mutate({ isOn }, { onSuccess: () => void refetch() })}
        />
      </Row>
    </SettingsSection>
  )
}
