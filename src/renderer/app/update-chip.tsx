import { ArrowUpCircle } from 'lucide-react'
import { useRequest } from '../bridge/index.ts'
import { t } from '../text/text.ts'
import styles from './update-chip.module.css'

/** Says quietly that a newer version is ready, and leads to where it can be put in. */
export function UpdateChip() {
  const state = useRequest('updates:get-updates', {}).data?.state
  if (state?.kind !== 'ready' && state?.kind !== 'waiting') return null
  return (
    <a
      className={styles.chip}
      href="#/settings"
      title={t(`updates.${state.kind}`, { version: state.version })}
    >
      <ArrowUpCircle size={13} aria-hidden="true" />
      {t(state.kind === 'ready' ? 'updates.footReady' : 'updates.footWaiting')}
    </a>
  )
}
