import { Check, Phone } from 'lucide-react'
import type { LostCaller, LostCallerClaim } from '../../../shared/domain/lost-caller.ts'
import { t } from '../../text/text.ts'
import { ClockTime, Moment } from '../../time/index.ts'
import { Button, IconButton, NameText, NumberText, nameOf, PartyName } from '../../ui/index.ts'
import styles from './lost-callers.module.css'

interface LostCallerRowProps {
  readonly caller: LostCaller
  readonly onCall: () => void
  readonly onClaim: () => void
  readonly onLeave: () => void
  readonly onDone: () => void
}

/** Someone to call back: who, how often they tried where, and who is on it. */
export function LostCallerRow({ caller, onCall, onClaim, onLeave, onDone }: LostCallerRowProps) {
  const { party, attemptCount, lastAtMs, lastState, queueNames, claim } = caller
  const name = nameOf(party)
  const isMine = claim?.by === null
  return (
    <li className={styles.row}>
      <a className={styles.who} href={`#/people/${encodeURIComponent(party.address)}`}>
        <PartyName party={party} />
        {party.name !== null && <NumberText className={styles.number}>{party.display}</NumberText>}
      </a>
      <span className={styles.what}>
        <span className={styles.where}>
          <NameText>{queueNames.join(', ')}</NameText>
          {claim !== null && <Claim claim={claim} />}
        </span>
        <span>
          {t('queues.attempts', { count: attemptCount })}, {wordOf(lastState)}, <Moment atMs={lastAtMs} />
        </span>
      </span>
      <span className={styles.buttons}>
        <Button onClick={isMine ? onLeave : onClaim}>{t(buttonOf(claim))}</Button>
        <IconButton label={t('presence.call', { name })} icon={<Phone size={15} />} onClick={onCall} />
        <IconButton label={`${t('queues.done')}: ${name}`} icon={<Check size={15} />} onClick={onDone} />
      </span>
    </li>
  )
}

function Claim({ claim: { by, atMs, isOld } }: { readonly claim: LostCallerClaim }) {
  return (
    <span className={styles.claimed} data-of={isOld ? 'nobody' : by === null ? 'me' : 'colleague'}>
      {by === null ? (
        t('queues.claimed')
      ) : (
        <>
          <PartyName party={by} className={styles.claimant} />{' '}
          {t(isOld ? 'queues.claimedLongAgo' : 'queues.claimedByColleague')}
        </>
      )}{' '}
      {isOld ? <Moment atMs={atMs} /> : <ClockTime atMs={atMs} />}
    </span>
  )
}

const buttonOf = (claim: LostCallerClaim | null) => {
  if (claim === null) return 'queues.claim'
  return claim.by === null ? 'queues.unclaim' : 'queues.takeOver'
}

const wordOf = (state: LostCaller['lastState']): string =>
  state === 'abandoned' || state === 'timed-out'
    ? t(`queues.lostState.${state}`)
    : t('queues.lostState.missed')
