import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Select } from '../../ui/index.ts'
import styles from './dial-options.module.css'

/** What the user may choose of a dial beside its number. */
export interface DialChoice {
  /** The address shown to the person called; null leaves it to Voice360. */
  readonly callerId: string | null
  readonly isRecorded: boolean
}

interface DialOptionsProps {
  readonly fromExtension: string | null
  readonly choice: DialChoice
  readonly isFrozen: boolean
  readonly onChange: (choice: DialChoice) => void
}

const defaultCallerId = 'default'

/** "from 1001 · showing +1 555 … · not recorded", each part a choice while the dial still waits. */
export function DialOptions({ fromExtension, choice, isFrozen, onChange }: DialOptionsProps) {
  const lines = useRequest('messages:list-lines', {}).data ?? []
  const isListed = choice.callerId === null || lines.some(({ address }) => address === choice.callerId)
  return (
    <div className={styles.options}>
      <span>
        {t('dialing.from')} <strong data-digits>{fromExtension ?? t('dialing.fromNobody')}</strong>
      </span>
      <span className={styles.option}>
        {t('dialing.showing')}
        <Select
          label={t('dialing.showing')}
          isInline
          isDisabled={isFrozen}
          value={choice.callerId ?? defaultCallerId}
          options={[
            { value: defaultCallerId, label: t('dialing.defaultCallerId') },
            ...lines.map(({ address, display, friendlyName }) => ({
              value: address,
              label: friendlyName ? `${display} · ${friendlyName}` : display
            })),
            ...(isListed ? [] : [{ value: choice.callerId ?? '', label: choice.callerId ?? '' }])
          ]}
          onChange={(value) => onChange({ ...choice, callerId: value === defaultCallerId ? null : value })}
        />
      </span>
      <Select
        label={t('dialing.recording')}
        isInline
        isDisabled={isFrozen}
        value={choice.isRecorded ? 'recorded' : 'not-recorded'}
        options={[
          { value: 'not-recorded', label: t('dialing.notRecorded') },
          { value: 'recorded', label: t('dialing.recorded') }
        ]}
        onChange={(value) => onChange({ ...choice, isRecorded: value === 'recorded' })}
      />
    </div>
  )
}
