import { Check, Phone } from 'lucide-react'
import type { LostCaller, LostCallerMark } from '../../../shared/domain/lost-caller.ts'
import { useCommand, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Banner, Button, IconButton, NameText, NumberText, PartyName } from '../../ui/index.ts'
import { useProposeDial } from '../dialing/index.ts'
import styles from './lost-callers.module.css'

/** Those whom no agent answered, until somebody has spoken with them; nothing where there are none. */
export function LostCallers() {
  const lost = useRequest('queues:list-lost-callers', {}).data
  const mark = useCommand('queues:mark-lost-caller')
  const proposeDial = useProposeDial()
  if (!lost || (lost.callers.length === 0 && lost.anonymousCount === 0)) return null
  const put = (address: string, word: LostCallerMark) => mark.mutate({ address, mark: word })
  return (
    <section className={styles.lost} aria-label={t('queues.callBack')}>
      <h3>{t('queues.callBackCount', { count: lost.callers.length })}</h3>
      {mark.error && <Banner kind="error">{mark.error.message}</Banner>}
      <ul>
        {lost.callers.map((caller) => (
          <Row
            key={caller.party.address}
            caller={caller}
            onCall={() => {
              put(caller.party.address, 'claimed')
              proposeDial(caller.party.address)
            }}
            onMark={(word) => put(caller.party.address, word)}
          />
        ))}
      </ul>
      {lost.anonymousLastAtMs !== null && (
        <p className={styles.anonymous}>
          {t('queues.anonymous', { count: lost.anonymousCount })} <Moment atMs={lost.anonymousLastAtMs} />.{' '}
          <Button kind="quiet" onClick={() => put('', 'done')}>
            {t('queues.anonymousSeen')}
          </Button>
        </p>
      )}
    </section>
  )
}

interface RowProps {
  readonly caller: LostCaller
  readonly onCall: () => void
  readonly onMark: (mark: LostCallerMark) => void
}

function Row({ caller, onCall, onMark }: RowProps) {
  const { party, attemptCount, lastAtMs, lastState, queueNames, claimedAtMs } = caller
  const name = party.name ?? party.display
  return (
    <li className={styles.row}>
      <a className={styles.who} href={`#/people/${encodeURIComponent(party.address)}`}>
        <PartyName party={party} />
        {party.name !== null && <NumberText className={styles.number}>{party.display}</NumberText>}
      </a>
      <span className={styles.what}>
        <NameText>{queueNames.join(', ')}</NameText>
        <span>
          {t('queues.attempts', { count: attemptCount })}, {wordOf(lastState)}, <Moment atMs={lastAtMs} />
        </span>
        {claimedAtMs !== null && (
          <span className={styles.claimed}>
            {t('queues.claimed')} <Moment atMs={claimedAtMs} />
          </span>
        )}
      </span>
      <span className={styles.buttons}>
        <Button onClick={() => onMark(claimedAtMs === null ? 'claimed' : 'unclaimed')}>
          {claimedAtMs === null ? t('queues.claim') : t('queues.unclaim')}
        </Button>
        <IconButton label={t('presence.call', { name })} icon={<Phone size={15} />} onClick={onCall} />
        <IconButton
          label={`${t('queues.done')}: ${name}`}
          icon={<Check size={15} />}
          onClick={() => onMark('done')}
        />
      </span>
    </li>
  )
}

const wordOf = (state: LostCaller['lastState']): string =>
  state === 'abandoned' || state === 'timed-out'
    ? t(`queues.lostState.${state}`)
    : t('queues.lostState.missed')
