import type { Settings } from '../../../shared/domain/settings.ts'
import { t } from '../../text/text.ts'
import { BackupRows } from './backup-rows.tsx'
import { OutcomesEditor } from './outcomes-editor.tsx'
import { Retention } from './retention.tsx'
import { Row, Section } from './section.tsx'

interface DataSectionProps {
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

/** How long what happened is kept and how it is protected, copies of it, and the words for what came of it. */
export function DataSection({ settings, onChange }: DataSectionProps) {
  return (
    <Section title={t('data.title')}>
      <Row label={t('data.retention')} hint={t('data.retentionHint')}>
        <Retention days={settings.retentionDays} onChange={(retentionDays) => onChange({ retentionDays })} />
      </Row>
      <BackupRows />
      <OutcomesEditor outcomes={settings.outcomes} onChange={(outcomes) => onChange({ outcomes })} />
    </Section>
  )
}
