import { usePolicy } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner } from '../../ui/index.ts'
import styles from './settings-screen.module.css'

/** What of the computer's policy was not understood, for whoever can tell its administrator. */
export function PolicyBanners() {
  const problems = usePolicy()?.problems ?? []
  return (
    <>
      {problems.map((problem) => (
        <div key={problem} className={styles.banner}>
          <Banner kind="warning">{t('settings.policyMistake', { problem })}</Banner>
        </div>
      ))}
    </>
  )
}
