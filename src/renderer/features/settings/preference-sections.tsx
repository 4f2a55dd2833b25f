import type { Host } from '../../../shared/domain/session.ts'
import { t } from '../../text/text.ts'
import { Select } from '../../ui/index.ts'
import { CrmSection } from './crm-section.tsx'
import { DialingSection } from './dialing/dialing-section.tsx'
import { GuardsSection } from './dialing/guards-section.tsx'
import { HotkeysSection } from './hotkeys/hotkeys-section.tsx'
import { IncomingSection } from './incoming-section.tsx'
import { LinksSection } from './links-section.tsx'
import { Row } from './section.tsx'
import { Setting } from './setting.tsx'
import { SettingsSection } from './settings-section.tsx'
import { StartSection } from './start-section.tsx'

export function PreferenceSections({ host }: { readonly host: Host }) {
  return (
    <>
      <IncomingSection host={host} />
      <CrmSection />
      <DialingSection />
      <GuardsSection />
      <HotkeysSection />
      <LinksSection />
      <StartSection />
      <SettingsSection name="look">
        <Setting name="theme">
          {(theme, change) => (
            <Row label={t('settings.theme')}>
              <Select
                label={t('settings.theme')}
                value={theme}
                options={[
                  { value: 'system', label: t('settings.themeSystem') },
                  { value: 'light', label: t('settings.themeLight') },
                  { value: 'dark', label: t('settings.themeDark') }
                ]}
                onChange={change}
              />
            </Row>
          )}
        </Setting>
      </SettingsSection>
    </>
  )
}
