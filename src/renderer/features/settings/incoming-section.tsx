import type { Host } from '../../../shared/domain/session.ts'
import type { CallAlert, Settings } from '../../../shared/domain/settings.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Checkbox, Select } from '../../ui/index.ts'
import { QuietControl } from '../quiet/index.ts'
import { MyQueues } from './my-queues.tsx'
import styles from './preference-sections.module.css'
import { Row, Section } from './section.tsx'

interface IncomingSectionProps {
  readonly host: Host
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

const sources = ['directCallAlert', 'queueCallAlert', 'internalCallAlert'] as const

/** Whose calls make themselves known, and how. */
export function IncomingSection({ host, settings, onChange }: IncomingSectionProps) {
  const reset = useCommand('popup:reset-position')
  return (
    <Section title={t('settings.incoming')}>
      <Row label={t('quiet.label')} hint={t('quiet.hint')}>
        <QuietControl />
      </Row>
      <Row label={t('settings.popups')}>
        <Select
          label={t('settings.popups')}
          value={settings.popups}
          options={[
            { value: 'mine', label: t('settings.popupsMine') },
            { value: 'my-queues', label: t('settings.popupsMyQueues') },
            { value: 'everyone', label: t('settings.popupsEveryone') }
          ]}
          onChange={(popups) => onChange({ popups })}
        />
      </Row>
      {settings.popups === 'my-queues' && <MyQueues settings={settings} onChange={onChange} />}
      {sources.map((source) => (
        <Row key={source} label={t(`settings.${source}`)}>
          <Select
            label={t(`settings.${source}`)}
            value={settings[source]}
            options={alertChoices(host)}
            onChange={(alert) => onChange({ [source]: alert })}
          />
        </Row>
      ))}
      {host.name === 'desktop' && !host.isPopupOnTop && (
        <p className={styles.note}>{t('settings.popupNotOnTop')}</p>
      )}
      <Row label={t('settings.masking')} hint={t('settings.maskingHint')}>
        <Checkbox
          label={t('settings.maskDigits')}
          isChecked={settings.isMaskingDigits}
          onChange={(isMaskingDigits) => onChange({ isMaskingDigits })}
        />
      </Row>
      <Row label={t('settings.team')} hint={t('settings.teamHint')}>
        <Checkbox
          label={t('settings.hideWhom')}
          isChecked={settings.isHidingWhomColleaguesCall}
          onChange={(isHidingWhomColleaguesCall) => onChange({ isHidingWhomColleaguesCall })}
        />
      </Row>
      <Row label={t('settings.notifications')}>
        <Checkbox
          label={t('settings.notificationsHint')}
          isChecked={settings.notifications}
          onChange={(notifications) => onChange({ notifications })}
        />
      </Row>
      {host.hasPopupWindow && (
        <Row label={t('settings.popupPlace')} hint={t('settings.popupPlaceHint')}>
          <Button aria-disabled={reset.isPending} onClick={() => reset.mutate({})}>
            {t('settings.resetPopup')}
          </Button>
        </Row>
      )}
    </Section>
  )
}

/** A browser tab has no notifications of the system. */
const alertChoices = ({ name }: Host): readonly { readonly value: CallAlert; readonly label: string }[] => [
  { value: 'card', label: t('settings.alertCard') },
  ...(name === 'desktop' ? [{ value: 'notification' as const, label: t('settings.alertNotification') }] : []),
  { value: 'off', label: t('settings.alertOff') }
]
