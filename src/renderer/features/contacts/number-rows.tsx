import { History, MessageSquare, Phone } from 'lucide-react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, NumberText } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { FavouriteButton, useProposeDial } from '../dialing/index.ts'
import styles from './number-rows.module.css'

interface NumberRowsProps {
  readonly numbers: readonly {
    readonly address: string
    readonly display: string
    readonly label: string | null
  }[]
  readonly onOpenTimeline: (address: string) => void
}

/** Someone's numbers, each with what can be done with it. */
export function NumberRows({ numbers, onOpenTimeline }: NumberRowsProps) {
  const proposeDial = useProposeDial()
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const canText = (useRequest('messages:list-lines', {}).data?.length ?? 0) > 0
  return (
    <ul className={styles.numbers} aria-label={t('contacts.numbers')}>
      {numbers.map(({ address, display, label }) => (
        <li key={address} className={styles.number}>
          <span className={styles.text}>
            <NumberText>{display}</NumberText>
            {label !== null && <span className={styles.label}>{label}</span>}
          </span>
          <span className={styles.actions}>
            {address.startsWith('+') && <FavouriteButton address={address} display={display} />}
            <Button
              icon={<Phone size={15} aria-hidden="true" />}
              aria-label={t('contacts.callNumber', { number: display })}
              onClick={() => proposeDial(address)}
            >
              {t('people.call')}
            </Button>
            {canText && address.startsWith('+') && (
              <Button
                icon={<MessageSquare size={15} aria-hidden="true" />}
                aria-label={t('contacts.textNumber', { number: display })}
                onClick={() => {
                  requestCompose(address)
                  onOpenTimeline(address)
                }}
              >
                {t('people.text')}
              </Button>
            )}
            <Button
              kind="quiet"
              icon={<History size={15} aria-hidden="true" />}
              aria-label={t('contacts.timelineOf', { number: display })}
              onClick={() => onOpenTimeline(address)}
            >
              {t('contacts.timeline')}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}
