import type { Settings } from '../../../../shared/domain/settings.ts'
import { t } from '../../../text/text.ts'
import { Checkbox, Select } from '../../../ui/index.ts'
import { regions } from '../regions.ts'
import { Row, Section } from '../section.tsx'

interface DialingSectionProps {
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

const undoChoices = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** How numbers are read, and how a call begins. */
export function DialingSection({ settings, onChange }: DialingSectionProps) {
  return (
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
      <Row label={t('settings.callerId')}>
        <Checkbox
          label={t('settings.keepCallerId')}
          isChecked={settings.isCallerIdKept}
          onChange={(isCallerIdKept) => onChange({ isCallerIdKept })}
        />
      </Row>
    </Section>
  )
}
