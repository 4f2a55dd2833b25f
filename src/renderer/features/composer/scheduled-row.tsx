import { Clock, Pause } from 'lucide-react'
import { useState } from 'react'
import type { Line } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { useNow, useTimeZone } from '../../time/index.ts'
import { Button, Question } from '../../ui/index.ts'
import { describeDue } from './describe-due.ts'
import { lineLabel } from './line-select.tsx'
import type { ScheduledGroup } from './scheduled-groups.ts'
import styles from './scheduled-list.module.css'
import { joinParts } from './split-message.ts'
import { useScheduledGroup } from './use-scheduled-group.ts'

interface ScheduledRowProps {
  readonly group: ScheduledGroup
  readonly toName: string
  readonly lines: readonly Line[]
}

/** One message that waits, or the parts of one text: when it goes out or why it did not, and the user's ways. */
export function ScheduledRow({ group, toName, lines }: ScheduledRowProps) {
  const { first, parts } = group
  const { problem, edit, sendNow, remove, isAskingStop, sendDespiteStop, closeQuestion } =
    useScheduledGroup(group)
  const [isDeleting, setIsDeleting] = useState(false)
  const nowMs = useNow(30_000)
  const timeZone = useTimeZone()
  const text = joinParts(parts.map(({ body }) => body))
  const held = parts.find(({ heldBecause }) => heldBecause !== null)?.heldBecause ?? null
  const line = lines.length > 1 ? lines.find(({ address }) => address === first.line) : undefined
  const Icon = held === null ? Clock : Pause
  const state =
    held !== null
      ? t('composer.held', { reason: held })
      : first.afterId !== null
        ? t('composer.waitsForPart')
        : first.dueAtMs <= nowMs
          ? t('composer.isBeingSent')
          : t('composer.willBeSent', { when: describeDue(first.dueAtMs, nowMs, timeZone) })
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <p className={styles.body} dir="auto" title={text}>
          {text}
        </p>
        <p className={styles.state} data-held={held !== null || undefined}>
          <Icon size={14} aria-hidden="true" />
          <span>
            {[
              state,
              ...(line ? [t('composer.from', { line: lineLabel(line) })] : []),
              ...(parts.length > 1 ? [t('composer.parts', { count: parts.length })] : [])
            ].join(' · ')}
          </span>
        </p>
      </div>
      <span className={styles.actions}>
        <Button kind="quiet" onClick={edit}>
          {t('composer.edit')}
        </Button>
        <Button kind="quiet" onClick={sendNow}>
          {t('composer.sendNow')}
        </Button>
        <Button kind="quiet" onClick={() => setIsDeleting(true)}>
          {t('composer.delete')}
        </Button>
      </span>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <Question
        title={t('composer.deleteTitle')}
        text={t('composer.deleteText', { text })}
        confirmLabel={t('composer.delete')}
        isOpen={isDeleting}
        onConfirm={() => {
          setIsDeleting(false)
          remove()
        }}
        onClose={() => setIsDeleting(false)}
      />
      <Question
        title={t('composer.stoppedTitle')}
        text={t('composer.stoppedText', { name: toName })}
        confirmLabel={t('composer.sendDespiteStop')}
        isOpen={isAskingStop}
        onConfirm={sendDespiteStop}
        onClose={closeQuestion}
      />
    </li>
  )
}
