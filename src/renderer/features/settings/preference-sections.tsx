import type { Host } from '../../../shared/domain/session.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { t } from '../../text/text.ts'
import { Select } from '../../ui/index.ts'
import { CrmSection } from './crm-section.tsx'
import { DialingSection } from './dialing/dialing-section.tsx'
import { GuardsSection } from './dialing/guards-section.tsx'
import { HotkeysSection } from './hotkeys/hotkeys-section.tsx'
import { IncomingSection } from './incoming-section.tsx'
import { LinksSection } from './links-section.tsx'
import { Row, Section } from './section.tsx'
import { StartSection } from './start-section.tsx'

interface PreferenceSectionsProps {
  readonly host: Host
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

export function PreferenceSections({ host, settings, onChange }: PreferenceSectionsProps) {
  return (
    <>
      <IncomingSection host={host} settings={settings} onChange={onChange} />
      <CrmSection settings={settings} onChange={onChange} />
      <DialingSection settings={settings} onChange={onChange} />
      <GuardsSection settings={settings} onChange={onChange} />
      <HotkeysSection settings={settings} onChange={onChange} />
      <LinksSection />
      <StartSection />
      <Section title={t('settings.look')}>
        <Row label={t('settings.theme')}>
          <Select
            label={t('settings.theme')}
            value={settings.theme}
            options={[
              { value: 'system', label: t('settings.themeSystem') },
              { value: 'light', label: t('settings.themeLight') },
              { value: 'dark', label: t('settings.themeDark') }
            ]}
            onChange={(theme) => onChange({ theme })}
          />
        </Row>
      </Section>
    </>
  )
}
