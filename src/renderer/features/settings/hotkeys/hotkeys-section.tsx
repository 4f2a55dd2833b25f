import type { HotkeyName, Hotkeys } from '../../../../shared/domain/hotkey.ts'
import type { Settings } from '../../../../shared/domain/settings.ts'
import { useRequest } from '../../../bridge/index.ts'
import { t } from '../../../text/text.ts'
import { Loaded, Select } from '../../../ui/index.ts'
import { Row, Section } from '../section.tsx'
import { HotkeyRow } from './hotkey-row.tsx'
import styles from './hotkeys-section.module.css'
import { useHotkeyTrial } from './use-hotkey-trial.ts'

interface HotkeysSectionProps {
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

/** The keys that work while another program is in front: which they are, and whether they do. */
export function HotkeysSection({ settings, onChange }: HotkeysSectionProps) {
  const query = useRequest('hotkeys:get-hotkeys', {})
  return (
    <Section title={t('hotkeys.title')}>
      <Loaded query={query} rows={3}>
        {(hotkeys) =>
          hotkeys.hotkeys.some(({ state }) => state === 'unavailable') ? (
            <p className={styles.note}>{t('hotkeys.browser')}</p>
          ) : (
            <HotkeyRows hotkeys={hotkeys} settings={settings} onChange={onChange} />
          )
        }
      </Loaded>
    </Section>
  )
}

function HotkeyRows({ hotkeys, settings, onChange }: HotkeysSectionProps & { readonly hotkeys: Hotkeys }) {
  const trial = useHotkeyTrial(hotkeys)
  const readsSelection = hotkeys.hasSelection && settings.hotkeyReads === 'selection'
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
        <HotkeyRow
          key={hotkey.name}
          hotkey={hotkey}
          others={labelled.filter(({ name }) => name !== hotkey.name)}
          isUnproven={hotkeys.isUnproven}
          trial={trial}
          onChange={onChange}
        />
      ))}
      {hotkeys.hasSelection && (
        <Row label={t('hotkeys.reads')} hint={t('hotkeys.readsHint')}>
          <Select
            label={t('hotkeys.reads')}
            value={settings.hotkeyReads}
            options={[
              { value: 'clipboard', label: t('hotkeys.readsClipboard') },
              { value: 'selection', label: t('hotkeys.readsSelection') }
            ]}
            onChange={(hotkeyReads) => onChange({ hotkeyReads })}
          />
        </Row>
      )}
    </>
  )
}
