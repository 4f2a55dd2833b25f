import type { Host } from '../../../shared/domain/session.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { t } from '../../text/text.ts'
import { Checkbox, Select } from '../../ui/index.ts'
import { CrmSection } from './crm-section.tsx'
import { IncomingSection } from './incoming-section.tsx'
import styles from './preference-sections.module.css'
import { regions } from './regions.ts'
import { Row, Section } from './section.tsx'

interface PreferenceSectionsProps {
  readonly host: Host
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

const undoChoices = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export function PreferenceSections({ host, settings, onChange }: PreferenceSectionsProps) {
  return (
    <>
      <IncomingSection host={host} settings={settings} onChange={onChange} />
      <CrmSection settings={settings} onChange={onChange} />
      <Section title={t('settings.dialing')}>
        <Row label={t('settings.region')}>
          <Select
            label={t('settings.region')}
            value={settings.region}
            options={regions(settings.region)}
            onChange={(region) => onChange({ region })}
          />
        </Row>
        <Row label={t('settings.undoSeconds')}>
          <Select
            label={t('settings.undoSeconds')}
            value={String(settings.undoSeconds)}
            options={undoChoices.map((count) => ({
              value: String(count),
              label: count === 0 ? t('settings.undoNone') : t('settings.seconds', { count })
            }))}
            onChange={(seconds) => onChange({ undoSeconds: Number(seconds) })}
          />
        </Row>
        <Row label={t('settings.recording')}>
          <Checkbox
            label={t('settings.recordByDefault')}
            isChecked={settings.isRecordingOnByDefault}
            onChange={(isRecordingOnByDefault) => onChange({ isRecordingOnByDefault })}
          />
        </Row>
        <Row label={t('settings.hotkey')} {...hotkeyHint(host)}>
          {host.hasGlobalHotkey && <kbd className={styles.keys}>{host.hotkey ?? settings.dialHotkey}</kbd>}
        </Row>
      </Section>
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

function hotkeyHint(host: Host): { readonly hint?: string } {
  if (host.name === 'browser') return { hint: t('settings.hotkeyOnHost') }
  return host.hasGlobalHotkey ? {} : { hint: t('settings.hotkeyNone') }
}
