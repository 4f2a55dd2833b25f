import { type ReactNode, useId } from 'react'
import type { SettingName, Settings } from '../../../shared/domain/settings.ts'
import { useSetting } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, DescribedBy } from '../../ui/index.ts'
import { LockMark } from './lock-mark.tsx'
import styles from './setting.module.css'

interface SettingProps<K extends SettingName> {
  readonly name: K
  /** Shows its value, and hands on what is chosen instead. */
  readonly children: (value: Settings[K], change: (value: Settings[K]) => void) => ReactNode
}

/**
 * The one way in which a setting is shown and changed. Where the administrator of the computer has settled it, every control
 * within is disabled, and says by whom.
 */
export function Setting<K extends SettingName>({ name, children }: SettingProps<K>) {
  const id = useId()
  const setting = useSetting(name)
  if (setting === null) return null
  const { value, isLocked, problem, change } = setting
  const controls = children(value, change)
  if (isLocked) {
    return (
      <fieldset className={styles.locked} disabled aria-describedby={id}>
        <DescribedBy value={id}>{controls}</DescribedBy>
        <div className={styles.mark}>
          <LockMark id={id} />
        </div>
      </fieldset>
    )
  }
  return (
    <div>
      {controls}
      {problem !== null && <Banner kind="error">{t('settings.saveFailed', { reason: problem })}</Banner>}
    </div>
  )
}
