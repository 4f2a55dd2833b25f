import { useState } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import type { Outcome } from '../../../shared/domain/failure.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Button, PartyName } from '../../ui/index.ts'
import styles from './team-remark.module.css'

interface TeamRemarkProps {
  readonly call: Call
  readonly onSetNote: (body: string, seen: string) => Promise<Outcome<unknown>>
}

/** Whose words the note and the outcome of a call are in a team, and a note of mine that is not the team's. */
export function TeamRemark({ call: { note, remark, keptNote }, onSetNote }: TeamRemarkProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const set = (body: string) =>
    onSetNote(body, note ?? '').then(
      (outcome) => setProblem(outcome.ok ? null : outcome.failure.message),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error))
    )
  if (remark === null) return null
  return (
    <div className={styles.remark}>
      <span className={styles.author}>
        {remark.by === null ? (
          t('calls.sharedByMe')
        ) : (
          <>
            {t('calls.sharedBy')} <PartyName party={remark.by} className={styles.name} />
          </>
        )}
        {', '}
        <Moment atMs={remark.atMs} />
      </span>
      {keptNote !== null && (
        <div className={styles.kept}>
          <span>{t('calls.onlyHere')}</span>
          <bdi className={styles.words}>{keptNote}</bdi>
          <span className={styles.choices}>
            <Button kind="quiet" onClick={() => void set(keptNote)}>
              {t('calls.shareMine')}
            </Button>
            <Button kind="quiet" onClick={() => void set(note ?? '')}>
              {t('calls.dropMine')}
            </Button>
          </span>
        </div>
      )}
      {problem !== null && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}
