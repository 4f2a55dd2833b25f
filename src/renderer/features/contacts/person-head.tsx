import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../text/text.ts'
import { Avatar, IconButton, NameText } from '../../ui/index.ts'
import styles from './person-head.module.css'

interface PersonHeadProps {
  readonly name: string
  /** The company, or whatever stands below the name. */
  readonly detail: string | null
  readonly onBack: () => void
  readonly children?: ReactNode
}

/** The head of someone's details: who, and what can be done with the entry. */
export function PersonHead({ name, detail, onBack, children }: PersonHeadProps) {
  return (
    <header className={styles.head}>
      <span className={styles.back}>
        <IconButton label={t('app.back')} icon={<ArrowLeft size={16} />} onClick={onBack} />
      </span>
      <Avatar name={name} />
      <div className={styles.who}>
        <h2 data-takes-focus tabIndex={-1}>
          <NameText>{name}</NameText>
        </h2>
        {detail !== null && <NameText className={styles.detail}>{detail}</NameText>}
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  )
}
