import { useRequest } from '../bridge/index.ts'
import { t } from '../text/text.ts'
import { ProgressBar } from '../ui/index.ts'
import styles from './rebuild-banner.module.css'

/** Says that the history is being made anew, and how far that is; not announced, or it would never be silent. */
export function RebuildBanner() {
  const progress = useRequest('events:get-rebuild', {}).data ?? null
  if (progress === null) return null
  const { doneCount, totalCount } = progress
  const percent = totalCount === 0 ? 0 : Math.floor((100 * doneCount) / totalCount)
  const text = t('rebuild.progress', { percent })
  return (
    <div className={styles.banner}>
      <p data-digits>{text}</p>
      <ProgressBar label={text} doneCount={doneCount} totalCount={totalCount} />
    </div>
  )
}
