import { Lock } from 'lucide-react'
import { t } from '../../text/text.ts'
import styles from './lock-mark.module.css'

/** Says that the administrator of this computer has settled something; `id` is for what it describes. */
export function LockMark({ id }: { readonly id?: string }) {
  return (
    <p id={id} className={styles.mark}>
      <Lock size={13} aria-hidden="true" />
      {t('settings.setByAdministrator')}
    </p>
  )
}
