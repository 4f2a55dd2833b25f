import { assertNever } from '../../../shared/assert-never.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import styles from './caller-card.module.css'

type LastContact = NonNullable<PopupCard['lastContact']>

/** The note of this call, and what was shared with the caller before. */
export function CardLast({ card }: { readonly card: PopupCard }) {
  const { call, lastContact, isHeld } = card
  return (
    <>
      {call.note !== null && !isHeld && (
        <p className={styles.note} title={call.note}>
          <bdi>“{call.note}”</bdi>
        </p>
      )}
      {lastContact ? (
        <p className={styles.last}>
          {t('popup.last', { what: wordOf(lastContact.kind) })} <Moment atMs={lastContact.atMs} />
          {lastContact.text && <bdi title={lastContact.text}> · “{lastContact.text}”</bdi>}
        </p>
      ) : (
        call.other.kind !== 'anonymous' && <p className={styles.last}>{t('popup.firstContact')}</p>
      )}
    </>
  )
}

function wordOf(kind: LastContact['kind']): string {
  switch (kind) {
    case 'call':
      return t('popup.lastCall')
    case 'message':
      return t('popup.lastMessage')
    case 'note':
      return t('popup.lastNote')
    default:
      return assertNever(kind)
  }
}
