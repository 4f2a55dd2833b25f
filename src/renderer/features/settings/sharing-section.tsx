import { t } from '../../text/text.ts'
import { Checkbox } from '../../ui/index.ts'
import { Row } from './section.tsx'
import { Setting } from './setting.tsx'

/** What a team that this app belongs to gets to see of what is kept here. */
export function SharingRows() {
  return (
    <>
      <Setting name="isSharingRemarks">
        {(isOn, change) => (
          <Row label={t('data.shareRemarks')} hint={t('data.shareRemarksHint')}>
            <Checkbox label={t('data.shareRemarksOn')} isChecked={isOn} onChange={change} />
          </Row>
        )}
      </Setting>
      <Setting name="isSharingContacts">
        {(isOn, change) => (
          <Row label={t('data.shareContacts')} hint={t('data.shareContactsHint')}>
            <Checkbox label={t('data.shareContactsOn')} isChecked={isOn} onChange={change} />
          </Row>
        )}
      </Setting>
    </>
  )
}
