import { t } from '../../../text/text.ts'
import { Checkbox, Select } from '../../../ui/index.ts'
import { regions } from '../regions.ts'
import { Row } from '../section.tsx'
import { Setting } from '../setting.tsx'
import { SettingsSection } from '../settings-section.tsx'

const undoChoices = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** How numbers are read, and how a call begins. */
export function DialingSection() {
  return (
    <SettingsSection name="dialing">
      <Setting name="region">
        {(region, change) => (
          <Row label={t('settings.region')} hint={t('settings.regionHint')}>
            <Select label={t('settings.region')} value={region} options={regions(region)} onChange={change} />
          </Row>
        )}
      </Setting>
      <Setting name="undoSeconds">
        {(undoSeconds, change) => (
          <Row label={t('settings.undoSeconds')}>
            <Select
              label={t('settings.undoSeconds')}
              value={String(undoSeconds)}
              options={undoChoices.map((count) => ({
                value: String(count),
                label: count === 0 ? t('settings.undoNone') : t('settings.seconds', { count })
              }))}
              onChange={(seconds) => change(Number(seconds))}
            />
          </Row>
        )}
      </Setting>
      <Setting name="isRecordingOnByDefault">
        {(isOn, change) => (
          <Row label={t('settings.recording')}>
            <Checkbox label={t('settings.recordByDefault')} isChecked={isOn} onChange={change} />
          </Row>
        )}
      </Setting>
      <Setting name="isCallerIdKept">
        {(isKept, change) => (
          <Row label={t('settings.callerId')}>
            <Checkbox label={t('settings.keepCallerId')} isChecked={isKept} onChange={change} />
          </Row>
        )}
      </Setting>
    </SettingsSection>
  )
}
