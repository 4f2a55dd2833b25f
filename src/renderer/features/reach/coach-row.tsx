import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon, Moon, Send } from 'lucide-react'
import type { WebhookRemark, WebhookRow } from '../../../shared/domain/webhook-coach.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Button, HiddenText } from '../../ui/index.ts'
import styles from './coach-section.module.css'
import { CopyTextButton } from './copy-text-button.tsx'
import { isAboutReading, remarkText } from './remark-words.ts'

interface CoachRowProps {
  readonly row: WebhookRow
  readonly webhookUrl: string | null
  readonly onSendTest?: () => void
}

const iconOf: Readonly<Record<WebhookRow['state'], LucideIcon>> = {
  waiting: CircleDashed,
  arriving: CircleCheck,
  silent: Moon,
  problem: CircleAlert
}

/** One webhook: what to enter, what it is for, whether its events come. */
export function CoachRow({ row, webhookUrl, onSendTest }: CoachRowProps) {
  const { name, state, lastAtMs, count, remarks } = row
  const Icon = iconOf[state]
  return (
    <tr data-state={state}>
      <th scope="row" className={styles.event}>
        <code>{name}</code>
        <span className={styles.purpose}>{t(`reach.purpose.${name}`)}</span>
        {remarks.map((remark) => (
          <Remark key={remark.kind} remark={remark} />
        ))}
      </th>
      <td className={styles.state}>
        <Icon size={15} aria-hidden="true" />
        {t(`reach.coach.${state}`)}
      </td>
      <td className={styles.last}>
        {lastAtMs === null ? (
          t('reach.coach.never')
        ) : (
          <>
            <Moment atMs={lastAtMs} />
            <span className={styles.count}>{t('reach.coach.count', { count })}</span>
          </>
        )}
      </td>
      <td className={styles.copy}>
        <span className={styles.buttons}>
          <CopyTextButton
            isQuiet
            text={name}
            label={t('reach.coach.type')}
            fullLabel={t('reach.coach.copyName', { name })}
          />
          {webhookUrl !== null && (
            <CopyTextButton
              isQuiet
              text={webhookUrl}
              label={t('reach.coach.address')}
              fullLabel={t('reach.coach.copyUrlFor', { name })}
            />
          )}
          {onSendTest && (
            <Button
              icon={<Send size={14} aria-hidden="true" />}
              aria-label={t('reach.coach.sendTestOf', { name })}
              onClick={onSendTest}
            >
              {t('reach.coach.sendTest')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  )
}

function Remark({ remark }: { readonly remark: WebhookRemark }) {
  return (
    <span className={styles.remark}>
      <HiddenText>{'. '}</HiddenText>
      {remarkText(remark)}
      {isAboutReading(remark) && (
        <>
          {' '}
          <a href="#/settings/events">{t('reach.coach.look')}</a>
        </>
      )}
    </span>
  )
}
