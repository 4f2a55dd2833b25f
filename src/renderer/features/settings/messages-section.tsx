import { t } from '../../text/text.ts'
import { Checkbox, isApple, Select } from '../../ui/index.ts'
import { Row } from './section.tsx'
import { Setting } from './setting.tsx'
import { SettingsSection } from './settings-section.tsx'
import { TemplatesEditor } from './templates-editor.tsx'
import { TextBackEditor } from './text-back-editor.tsx'

/** How messages are written and told of, and the words that they begin with. */
export function MessagesSection() {
  const modEnter = isApple() ? '⌘ Enter' : 'Ctrl+Enter'
  return (
    <SettingsSection name="messages">
      <Setting name="sendKey">
        {(sendKey, change) => (
          <Row label={t('messageSettings.sendKey')} hint={t('messageSettings.sendKeyHint')}>
            <Select
              label={t('messageSettings.sendKey')}
              value={sendKey}
              options={[
                { value: 'enter', label: t('messageSettings.enter') },
                { value: 'mod-enter', label: modEnter }
              ]}
              onChange={change}
            />
          </Row>
        )}
      </Setting>
      <Setting name="isMessageSoundOn">
        {(isOn, change) => (
          <Row label={t('messageSettings.sound')}>
            <Checkbox label={t('messageSettings.soundHint')} isChecked={isOn} onChange={change} />
          </Row>
        )}
      </Setting>
      <Setting name="messageTemplates">
        {(templates, change) => <TemplatesEditor templates={templates} onChange={change} />}
      </Setting>
      <Setting name="textBackTemplate">
        {(template, change) => <TextBackEditor template={template} onChange={change} />}
      </Setting>
    </SettingsSection>
  )
}
