import { MessageSquare, Phone, X } from 'lucide-react'
import { isLost, isOver } from '../../../shared/domain/call.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Moment, Timer } from '../../time/index.ts'
import { Button, CopyButton, IconButton, NumberText, nameOf, PartyName } from '../../ui/index.ts'
import { CallIcon, describeCall, doorOf } from '../calls/index.ts'
import { useProposeDial } from '../dialing/index.ts'
import styles from './caller-card.module.css'
import { stateWordOf } from './describe-card.ts'
import { useArmed } from './use-armed.ts'

/** One caller. It turns and leaves by itself; its buttons do nothing until they have stood still for a moment. */
export function CallerCard({ card }: { readonly card: PopupCard }) {
  const bridge = useBridge()
  const proposeDial = useProposeDial()
  const { call, lastContact } = card
  const { other } = call
  const canReach = other.kind !== 'anonymous'
  const canCallBack = canReach && isLost(call.state)
  const isArmed = useArmed(`${call.id} ${canCallBack}`)
  const door = doorOf(call)
  const whenArmed = (act: () => void) => ({ 'aria-disabled': !isArmed, onClick: () => isArmed && act() })
  // The main process tells by an event what came of it; without one the card stays, to be tried again.
  const dismiss = () => void bridge.request('popup:dismiss-card', { callId: call.id }).catch(() => {})
  const text = () =>
    void bridge.request('window:show-person', { address: other.address, compose: true }).catch(() => {})

  return (
    <article className={styles.card} aria-label={nameOf(other)}>
      <header className={styles.state} data-tone={describeCall(call).tone}>
        <CallIcon call={call} size={15} />
        <span className={styles.stateText}>
          <strong>{stateWordOf(card)}</strong>
          {door && ` · ${door}`}
        </span>
        <span className={styles.time}>
          {isOver(call.state) ? (
            <Moment atMs={call.endedAtMs ?? call.startedAtMs} />
          ) : (
            <Timer sinceMs={call.answeredAtMs ?? call.startedAtMs} />
          )}
        </span>
        <IconButton
          label={t('popup.dismiss', { name: nameOf(other) })}
          icon={<X size={15} />}
          {...whenArmed(dismiss)}
        />
      </header>
      <p className={styles.name}>
        <PartyName party={other} />
      </p>
      {(other.name !== null || call.queueName !== null) && (
        <p className={styles.number}>
          {other.name !== null && canReach && <NumberText>{other.display}</NumberText>}
          {call.queueName !== null && call.line && (
            <span className={styles.line}>{t('calls.on', { line: nameOf(call.line) })}</span>
          )}
        </p>
      )}
      <p className={styles.last}>
        {lastContact ? (
          <>
            {t('popup.last', {
              what: t(lastContact.kind === 'call' ? 'popup.lastCall' : 'popup.lastMessage')
            })}{' '}
            <Moment atMs={lastContact.atMs} />
            {lastContact.text && <bdi title={lastContact.text}> · “{lastContact.text}”</bdi>}
          </>
        ) : (
          canReach && t('popup.firstContact')
        )}
      </p>
      {canReach && (
        <div className={styles.actions}>
          {canCallBack && (
            <Button
              kind="primary"
              icon={<Phone size={15} aria-hidden="true" />}
              {...whenArmed(() => proposeDial(other.address))}
            >
              {t('popup.callBack')}
            </Button>
          )}
          {other.kind === 'number' && (
            <Button icon={<MessageSquare size={15} aria-hidden="true" />} {...whenArmed(text)}>
              {t(canCallBack ? 'popup.textBack' : 'popup.text')}
            </Button>
          )}
          <span className={styles.copy}>
            <CopyButton text={other.address} label={t('popup.copyNumber')} aria-disabled={!isArmed} />
          </span>
        </div>
      )}
    </article>
  )
}
