import type { Settings } from '../../../shared/domain/settings.ts'
import { t } from '../../text/text.ts'
import { Checkbox, isApple, Select } from '../../ui/index.ts'
import { Row, Section } from './section.tsx'
import { TemplatesEditor } from './templates-editor.tsx'
import { TextBackEditor } from './text-back-editor.tsx'

interface MessagesSectionProps {
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

/** How messages are written and told of, and the words that they begin with. */
export function MessagesSection({ settings, onChange }: MessagesSectionProps) {
  const modEnter = isApple() ? '⌘ Enter' : 'Ctrl+Enter'
  return (
    <Section title={t('messageSettings.title')}>
      <Row label={t('messageSettings.sendKey')} hint={t('messageSettings.sendKeyHint')}>
        <Select
          label={t('messageSettings.sendKey')}
          value={settings.sendKey}
          options={[
            { value: 'enter', label: t('messageSettings.enter') },
            { value: 'mod-enter', label: modEnter }
          ]}
          onChange={(sendKey) => onChange({ sendKey })}
        />
      </Row>
      <Row label={t('messageSettings.sound')}>
        <Checkbox
          label={t('messageSettings.soundHint')}
          isChecked={settings.isMessageSoundOn}
          onChange={(isMessageSoundOn) => onChange({ isMessageSoundOn })}
        />
      </Row>
      <TemplatesEditor
        templates={settings.messageTemplates}
        onChange={(messageTemplates) => onChange({ messageTemplates })}
      />
      <TextBackEditor
        template={settings.textBackTemplate}
        onChange={(textBackTemplate) => onChange({ textBackTemplate })}
      />
    </Section>
  )
}
