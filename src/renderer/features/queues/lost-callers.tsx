import { useState } from 'react'
import type { LostCaller } from '../../../shared/domain/lost-caller.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Banner, Button, nameOf, Question } from '../../ui/index.ts'
import { useProposeDial } from '../dialing/index.ts'
import { LostCallerRow } from './lost-caller-row.tsx'
import styles from './lost-callers.module.css'
import { useMarkLostCaller } from './use-mark-lost-caller.ts'

interface TakingOver {
  readonly caller: LostCaller
  readonly onTaken: (() => void) | undefined
}

/** Those whom no agent answered, until somebody has spoken with them; nothing where there are none. */
export function LostCallers() {
  const lost = useRequest('queues:list-lost-callers', {}).data
  const { mark, problem } = useMarkLostCaller()
  const proposeDial = useProposeDial()
  const [takingOver, setTakingOver] = useState<TakingOver | null>(null)
  if (!lost || (lost.callers.length === 0 && lost.anonymousCount === 0)) return null

  /** What a colleague is on is taken from them only after asking, once. */
  const claim = (caller: LostCaller, onTaken?: () => void) => {
    if (caller.claim && caller.claim.by !== null && !caller.claim.isOld) setTakingOver({ caller, onTaken })
    else mark(caller, 'claimed', onTaken)
  }
  const call = (caller: LostCaller) => {
    const dial = () => proposeDial(caller.party.address)
    if (caller.claim?.by === null) dial()
    else claim(caller, dial)
  }
  return (
    <section className={styles.lost} aria-label={t('queues.callBack')}>
      <h3>{t('queues.callBackCount', { count: lost.callers.length })}</h3>
      {lost.isTeamOffline && <Banner kind="warning">{t('queues.teamOffline')}</Banner>}
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      <ul>
        {lost.callers.map((caller) => (
          <LostCallerRow
            key={caller.party.address}
            caller={caller}
            onCall={() => call(caller)}
            onClaim={() => claim(caller)}
            onLeave={() => mark(caller, 'unclaimed')}
            onDone={() => mark(caller, 'done')}
          />
        ))}
      </ul>
      {lost.anonymousLastAtMs !== null && (
        <p className={styles.anonymous}>
          {t('queues.anonymous', { count: lost.anonymousCount })} <Moment atMs={lost.anonymousLastAtMs} />.{' '}
          <Button kind="quiet" onClick={() => mark({ party: { address: '' }, revision: 0 }, 'done')}>
            {t('queues.anonymousSeen')}
          </Button>
        </p>
      )}
      {takingOver?.caller.claim?.by && (
        <Question
          title={t('queues.takeOverTitle', { name: nameOf(takingOver.caller.party) })}
          text={t('queues.takeOverText', { name: nameOf(takingOver.caller.claim.by) })}
          confirmLabel={t('queues.takeOver')}
          isDangerous={false}
          isOpen
          onConfirm={() => {
            mark(takingOver.caller, 'claimed', takingOver.onTaken)
            setTakingOver(null)
          }}
          onClose={() => setTakingOver(null)}
        />
      )}
    </section>
  )
}
