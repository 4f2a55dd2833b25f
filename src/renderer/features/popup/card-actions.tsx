import { ExternalLink, MessageSquare, NotebookPen, Phone } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type Call, isLost } from '../../../shared/domain/call.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, CopyButton, IconButton } from '../../ui/index.ts'
import { useProposeDial } from '../dialing/index.ts'
import styles from './card-actions.module.css'
import { canCallBack } from './describe-card.ts'
import { useOpenCrm } from './use-open-crm.ts'

interface CardActionsProps {
  readonly call: Call
  readonly isArmed: boolean
  readonly isNoteOpen: boolean
  readonly onNote: () => void
}

/** What can be done for a caller; once the call is over, calling back comes first and the rest makes room. */
export function CardActions({ call, isArmed, isNoteOpen, onNote }: CardActionsProps) {
  const bridge = useBridge()
  const proposeDial = useProposeDial()
  const crm = useOpenCrm(call)
  const noteButton = useNoteFocus(isNoteOpen)
  const { other } = call
  const isBack = canCallBack(call)
  const whenArmed = (act: () => void) => ({ 'aria-disabled': !isArmed, onClick: () => isArmed && act() })
  const isTextBack = isBack && isLost(call.state)
  const text = () =>
    void bridge
      .request('window:show-person', {
        address: other.address,
        compose: isTextBack ? 'text-back' : 'message'
      })
      .catch(() => {})

  return (
    <>
      {crm?.problem && (
        <p className={styles.problem} role="alert">
          {crm.problem}
        </p>
      )}
      <div className={styles.actions}>
        {isBack && (
          <Button
            kind={isLost(call.state) ? 'primary' : 'plain'}
            icon={<Phone size={15} aria-hidden="true" />}
            {...whenArmed(() => proposeDial(other.address))}
          >
            {t('popup.callBack')}
          </Button>
        )}
        {!isBack && !isNoteOpen && (
          <Button ref={noteButton} icon={<NotebookPen size={15} aria-hidden="true" />} {...whenArmed(onNote)}>
            {t('popup.note')}
          </Button>
        )}
        {other.kind === 'number' && (
          <Button icon={<MessageSquare size={15} aria-hidden="true" />} {...whenArmed(text)}>
            {t(isTextBack ? 'popup.textBack' : 'popup.text')}
          </Button>
        )}
        {!isBack && crm && (
          <Button icon={<ExternalLink size={15} aria-hidden="true" />} {...whenArmed(crm.open)}>
            {t('popup.openCrm')}
          </Button>
        )}
        <span className={styles.more}>
          {isBack && !isNoteOpen && (
            <IconButton
              ref={noteButton}
              label={t('popup.note')}
              icon={<NotebookPen size={16} />}
              {...whenArmed(onNote)}
            />
          )}
          {isBack && crm && (
            <IconButton
              label={t('popup.openCrm')}
              icon={<ExternalLink size={16} />}
              {...whenArmed(crm.open)}
            />
          )}
          {other.kind !== 'anonymous' && (
            <CopyButton text={other.address} label={t('popup.copyNumber')} aria-disabled={!isArmed} />
          )}
        </span>
      </div>
    </>
  )
}

/** The button that opened the note has the focus again once it is closed. */
function useNoteFocus(isNoteOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isNoteOpen)
  useEffect(() => {
    if (wasOpen.current && !isNoteOpen) button.current?.focus()
    wasOpen.current = isNoteOpen
  }, [isNoteOpen])
  return button
}
