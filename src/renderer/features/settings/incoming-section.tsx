import type { Host } from '../../../shared/domain/session.ts'
import type { CallAlert } from '../../../shared/domain/settings.ts'
import { useCommand, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Checkbox, Select } from '../../ui/index.ts'
import { QuietControl } from '../quiet/index.ts'
import { MyQueues } from './my-queues.tsx'
import styles from './preference-sections.module.css'
import { Row } from './section.tsx'
import { Setting } from './setting.tsx'
import { SettingsSection } from './settings-section.tsx'

const sources = ['directCallAlert', 'queueCallAlert', 'internalCallAlert'] as const

/** Whose calls make themselves known, and how. */
export function IncomingSection({ host }: { readonly host: Host }) {
  const reset = useCommand('popup:reset-position')
  const isByQueues = useRequest('settings:get-settings', {}).data?.popups === 'my-queues'
  return (
    <SettingsSection name="incoming">
      <Row label={t('quiet.label')} hint={t('quiet.hint')}>
        <QuietControl />
      </Row>
      <Setting name="popups">
        {(popups, change) => (
          <Row label={t('settings.popups')}>
            <Select
              label={t('settings.popups')}
              value={popups}
              options={[
                { value: 'mine', label: t('settings.popupsMine') },
                { value: 'my-queues', label: t('settings.popupsMyQueues') },
                { value: 'everyone', label: t('settings.popupsEveryone') }
              ]}
              onChange={change}
            />
          </Row>
        )}
      </Setting>
      {isByQueues && (
        <Setting name="myQueues">
          {(myQueues, change) => <MyQueues myQueues={myQueues} onChange={change} />}
        </Setting>
      )}
      {sources.map((source) => (
        <Setting key={source} name={source}>
          {(alert, change) => (
            <Row label={t(`settings.${source}`)}>
              <Select
                label={t(`settings.${source}`)}
                value={alert}
                options={alertChoices(host)}
                onChange={change}
              />
            </Row>
          )}
        </Setting>
      ))}
      {host.name === 'desktop' && !host.isPopupOnTop && (
        <p className={styles.note}>{t('settings.popupNotOnTop')}</p>
      )}
      <Setting name="isMaskingDigits">
        {(isMasking, change) => (
          <Row label={t('settings.masking')} hint={t('settings.maskingHint')}>
            <Checkbox label={t('settings.maskDigits')} isChecked={isMasking} onChange={change} />
          </Row>
        )}
      </Setting>
      <Setting name="isHidingWhomColleaguesCall">
        {(isHiding, change) => (
          <Row label={t('settings.team')} hint={t('settings.teamHint')}>
            <Checkbox label={t('settings.hideWhom')} isChecked={isHiding} onChange={change} />
          </Row>
        )}
      </Setting>
      <Setting name="notifications">
        {(isOn, change) => (
          <Row label={t('settings.notifications')}>
            <Checkbox label={t('settings.notificationsHint')} isChecked={isOn} onChange={change} />
          </Row>
        )}
      </Setting>
      {host.hasPopupWindow && (
        <Row label={t('settings.popupPlace')} hint={t('settings.popupPlaceHint')}>
          <Button aria-disabled={reset.isPending} onClick={() => reset.mutate({})}>
            {t('settings.resetPopup')}
          </Button>
        </Row>
      )}
    </SettingsSection>
  )
}

/** A browser tab has no notifications of the system. */
const alertChoices = ({ name }: Host): readonly { readonly value: CallAlert; readonly label: string }[] => [
  { value: 'card', label: t('settings.alertCard') },
  ...(name === 'desktop' ? [{ value: 'notification' as const, label: t('settings.alertNotification') }] : []),
  { value: 'off', label: t('settings.alertOff') }
]
