import { useState } from 'react'
import { useRequest, useSettings } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Checkbox } from '../../ui/index.ts'
import { Row, Section } from './section.tsx'
import { Setting } from './setting.tsx'
import styles from './sharing-section.module.css'

/** What a team gets to see of what is kept here. Where no team shares anything there is nothing to choose, but to turn off what is on. */
export function SharingSection() {
  const team = useRequest('team:get-team', {}).data
  const settings = useSettings().query.data
  const [wasShown, setWasShown] = useState(false)
  if (team === undefined || settings === undefined) return null
  const canShare = team.place?.reading.sharesWork === true
  // What was turned off a moment ago can be turned on again.
  const isShown = canShare || settings.isSharingRemarks || settings.isSharingContacts || wasShown
  if (!isShown) return null
  if (!wasShown) setWasShown(true)
  return (
    <Section title={t('sharing.title')}>
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
    </Section>
  )
}
