import { CircleCheck } from 'lucide-react'
import { t } from '../../text/text.ts'
import { Banner } from '../../ui/index.ts'
import styles from './key-form.module.css'
import type { KeyCheck } from './use-key-check.ts'

/** What the key turned out to be, announced as it is found out. */
export function KeyFinding({ check }: { readonly check: KeyCheck }) {
  return (
    <div aria-live="polite" className={styles.finding}>
      {check.state === 'checking' && <p className={styles.quiet}>{t('setup.checking')}</p>}
      {check.state === 'failed' && <Banner kind="error">{check.message}</Banner>}
      {check.state === 'checked' && (
        <p className={styles.found}>
          <CircleCheck size={16} aria-hidden="true" />
          {wordOf(check)}
        </p>
      )}
    </div>
  )
}

function wordOf({ key }: Extract<KeyCheck, { state: 'checked' }>): string {
  if (key.me) {
    return key.kind === 'user'
      ? t('setup.userKeyOf', { name: key.me.name, extension: key.me.extension })
      : t('setup.developerKey')
  }
  if (key.kind === 'user') return t('setup.userKey')
  return key.extensions.length > 0 ? t('setup.chooseExtension') : t('setup.developerKey')
}
