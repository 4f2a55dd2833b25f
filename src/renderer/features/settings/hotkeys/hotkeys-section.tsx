import type { HotkeyName, Hotkeys } from '../../../../shared/domain/hotkey.ts'
import { defaultSettings, type SettingName } from '../../../../shared/domain/settings.ts'
import { useRequest } from '../../../bridge/index.ts'
import { t } from '../../../text/text.ts'
import { Loaded, Select } from '../../../ui/index.ts'
import { Row } from '../section.tsx'
import { Setting } from '../setting.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { HotkeyRow } from './hotkey-row.tsx'
import styles from './hotkeys-section.module.css'
import { useHotkeyTrial } from './use-hotkey-trial.ts'

/** The keys that work while another program is in front: which they are, and whether they do. */
export function HotkeysSection() {
  const query = useRequest('hotkeys:get-hotkeys', {})
  return (
    <SettingsSection name="hotkeys">
      <Loaded query={query} rows={3}>
        {(hotkeys) =>
          hotkeys.hotkeys.some(({ state }) => state === 'unavailable') ? (
            <p className={styles.note}>{t('hotkeys.browser')}</p>
          ) : (
            <HotkeyRows hotkeys={hotkeys} />
          )
        }
      </Loaded>
    </SettingsSection>
  )
}

const settingOf = {
  dial: 'dialHotkey',
  popup: 'popupHotkey',
  app: 'appHotkey'
} as const satisfies Record<HotkeyName, SettingName>

function HotkeyRows({ hotkeys }: { readonly hotkeys: Hotkeys }) {
  const trial = useHotkeyTrial(hotkeys)
  const reads = useRequest('settings:get-settings', {}).data?.hotkeyReads
  const readsSelection = hotkeys.hasSelection && reads === 'selection'
  const labels: Readonly<Record<HotkeyName, string>> = {
    dial: t(readsSelection ? 'hotkeys.dialSelected' : 'hotkeys.dial'),
    popup: t('hotkeys.popup'),
    app: t('hotkeys.app')
  }
  const labelled = hotkeys.hotkeys.map((hotkey) => ({ ...hotkey, label: labels[hotkey.name] }))
  return (
    <>
      {hotkeys.isUnproven && <p className={styles.note}>{t('hotkeys.unproven')}</p>}
      {labelled.map((hotkey) => (
        <Setting key={hotkey.name} name={settingOf[hotkey.name]}>
          {(_keys, change) => (
            <HotkeyRow
              hotkey={hotkey}
              others={labelled.filter(({ name }) => name !== hotkey.name)}
              isUnproven={hotkeys.isUnproven}
              trial={trial}
              defaultKeys={defaultSettings[settingOf[hotkey.name]]}
              onChange={change}
            />
          )}
        </Setting>
      ))}
      {hotkeys.hasSelection && (
        <Setting name="hotkeyReads">
          {(chosen, change) => (
            <Row label={t('hotkeys.reads')} hint={t('hotkeys.readsHint')}>
              <Select
                label={t('hotkeys.reads')}
                value={chosen}
                options={[
                  { value: 'clipboard', label: t('hotkeys.readsClipboard') },
                  { value: 'selection', label: t('hotkeys.readsSelection') }
                ]}
                onChange={change}
              />
            </Row>
          )}
        </Setting>
      )}
    </>
  )
}
