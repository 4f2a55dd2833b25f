import { RadioTower } from 'lucide-react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { LinkButton, Loaded } from '../../ui/index.ts'
import { Row } from './section.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Whether calls get here, and the way to the screen on which that is set up. */
export function ReachSection() {
  const query = useRequest('reach:get-reach', {})
  return (
    <SettingsSection name="reach">
      <Loaded query={query} rows={1}>
        {({ state, sinceMs, reason }) => (
          <Row
            label={t(`reach.state.${sinceMs === 0 ? 'unknown' : state}`)}
            hint={reason ?? t('reach.settingsHint')}
          >
            <LinkButton href="#/settings/reach" icon={<RadioTower size={15} aria-hidden="true" />}>
              {t('reach.open')}
            </LinkButton>
          </Row>
        )}
      </Loaded>
    </SettingsSection>
  )
}
