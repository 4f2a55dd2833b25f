import { CircleAlert, KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { KeyKind } from '../../../shared/domain/session.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Button } from '../../ui/index.ts'
import { KeyForm } from '../setup/index.ts'
import styles from './account-section.module.css'

interface KeyRowProps {
  readonly kind: KeyKind
  readonly accountId: number
  /** Since when Voice360 rejects it; null while it takes it. */
  readonly rejectedSinceMs: number | null
}

/** A key that is held; one that Voice360 rejects can be replaced. */
export function KeyRow({ kind, accountId, rejectedSinceMs }: KeyRowProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li>
      <span className={styles.keyName}>
        <KeyRound size={14} aria-hidden="true" />
        {t(kind === 'user' ? 'settings.hasUserKey' : 'settings.hasDeveloperKey')}
      </span>
      {rejectedSinceMs !== null && (
        <span className={styles.rejected}>
          <CircleAlert size={14} aria-hidden="true" />
          {t('settings.keyRejected')} <Moment atMs={rejectedSinceMs} />
          <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'app.cancel' : 'settings.replaceKey')}
          </Button>
        </span>
      )}
      {rejectedSinceMs !== null && isOpen && (
        <KeyForm
          accountId={accountId}
          wantedKind={kind}
          submitLabel={t('settings.replaceKey')}
          onDone={() => setIsOpen(false)}
        />
      )}
    </li>
  )
}
