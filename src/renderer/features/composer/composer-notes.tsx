import { t } from '../../text/text.ts'
import { Button, HiddenText } from '../../ui/index.ts'
import styles from './composer.module.css'
import { describeForcing } from './describe-encoding.ts'
import { isTypographic, type SmsText } from './sms-text.ts'

interface ComposerNotesProps {
  readonly sms: SmsText
  /** What keeps it from being sent, or went wrong. */
  readonly note: string | null
  readonly noteId: string
  readonly forcingId: string
  /** Into how many parts it can be split; null where it need not or cannot be. */
  readonly partCount: number | null
  readonly onUsePlain: () => void
  readonly onSplit: () => void
}

/** What is to be known of the text before it is sent, and the ways out. */
export function ComposerNotes(props: ComposerNotesProps) {
  const { sms, note, noteId, forcingId, partCount, onUsePlain, onSplit } = props
  const forcing = describeForcing(sms)
  const canBePlain = sms.forcing.length > 0 && sms.forcing.every(isTypographic)
  return (
    <>
      {forcing && (
        <div className={styles.hintRow}>
          <p id={forcingId} className={styles.hint}>
            <bdi>{forcing}</bdi>
          </p>
          {canBePlain && (
            <Button kind="quiet" onClick={onUsePlain}>
              {t('composer.usePlain')}
            </Button>
          )}
        </div>
      )}
      <div className={styles.hintRow}>
        <output id={noteId} className={styles.note}>
          {note}
        </output>
        {partCount !== null && (
          <Button kind="quiet" onClick={onSplit}>
            {t('composer.sendAs', { count: partCount })}
          </Button>
        )}
      </div>
    </>
  )
}

interface TextCountProps {
  readonly id: string
  readonly left: number
  readonly sms: SmsText
}

/** The characters left; encoding and segments beside them where they cost, and always for those who listen. */
export function TextCount({ id, left, sms }: TextCountProps) {
  const encoding = t('composer.encoding', { count: sms.segmentCount, encoding: sms.encoding })
  const isCostly = sms.encoding === 'UCS-2' || sms.segmentCount > 1
  return (
    <span id={id} className={styles.left} data-digits data-over={left < 0 || undefined}>
      {isCostly ? <span className={styles.encoding}>{encoding} · </span> : null}
      {t('messages.left', { count: left })}
      {!isCostly && <HiddenText>{`, ${encoding}`}</HiddenText>}
    </span>
  )
}
