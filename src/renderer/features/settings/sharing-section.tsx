import { useState } from 'react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Checkbox } from '../../ui/index.ts'
import { Row } from './section.tsx'
import { Setting } from './setting.tsx'
import { SettingsSection } from './settings-section.tsx'
import styles from './sharing-section.module.css'
import { useHasSharingSection } from './use-shown-sections.ts'

/** What a team gets to see of what is kept here. Where no team shares anything there is nothing to choose, but to turn off what is on. */
export function SharingSection() {
  const canShare = useRequest('team:get-team', {}).data?.place?.reading.sharesWork === true
  const isNeeded = useHasSharingSection()
  const [wasShown, setWasShown] = useState(false)
  // What was turned off a moment ago can be turned on again.
  if (!isNeeded && !wasShown) return null
  if (!wasShown) setWasShown(true)
  return (
    <SettingsSection name="sharing">
      {!canShare && <p className={styles.idle}>{t('sharing.idle')}</p>}
      <Setting name="isSharingRemarks">
        {(isOn, change) => (
          <Row label={t('sharing.remarks')} hint={t('sharing.remarksHint')}>
            <Checkbox label={t('sharing.remarksOn')} isChecked={isOn} onChange={change} />
          </Row>
        )}
      </Setting>
      <Setting name="isSharingContacts">
        {(isOn, change) => (
          <Row label={t('sharing.contacts')} hint={t('sharing.contactsHint')}>
            <Checkbox label={t('sharing.contactsOn')} isChecked={isOn} onChange={change} />
          </Row>
        )}
      </Setting>
    </SettingsSection>
  )
}
