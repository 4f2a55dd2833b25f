import { t } from '../../text/text.ts'
import { BackupRows } from './backup-rows.tsx'
import { OutcomesEditor } from './outcomes-editor.tsx'
import { Retention } from './retention.tsx'
import { Row } from './section.tsx'
import { Setting } from './setting.tsx'
import { SettingsSection } from './settings-section.tsx'

/** How long what happened is kept and how it is protected, copies of it, and the words for what came of it. */
export function DataSection() {
  return (
    <SettingsSection name="data">
      <Setting name="retentionDays">
        {(days, change) => (
          <Row label={t('data.retention')} hint={t('data.retentionHint')}>
            <Retention days={days} onChange={change} />
          </Row>
        )}
      </Setting>
      <BackupRows />
      <Setting name="outcomes">
        {(outcomes, change) => <OutcomesEditor outcomes={outcomes} onChange={change} />}
      </Setting>
    </SettingsSection>
  )
}
