import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Select } from '../../ui/index.ts'
import styles from './dial-options.module.css'

interface DialOptionsProps {
  readonly fromExtension: string | null
  /** The address shown to the person called; null leaves it to Voice360. */
  readonly callerId: string | null
  readonly isRecorded: boolean
  readonly isFrozen: boolean
  readonly onCallerId: (callerId: string | null) => void
  readonly onRecorded: (isRecorded: boolean) => void
}

const defaultCallerId = 'default'

/** "from 1001 · showing +1 555 … · not recorded", each part a choice while the dial still waits. */
export function DialOptions(props: DialOptionsProps) {
  const { fromExtension, callerId, isRecorded, isFrozen, onCallerId, onRecorded } = props
  const lines = useRequest('messages:list-lines', {}).data ?? []
  const isListed = callerId === null || lines.some(({ address }) => address === callerId)
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
          value={callerId ?? defaultCallerId}
          options={[
            { value: defaultCallerId, label: t('dialing.defaultCallerId') },
            ...lines.map(({ address, display, friendlyName }) => ({
              value: address,
              label: friendlyName ? `${display} · ${friendlyName}` : display
            })),
            ...(isListed ? [] : [{ value: callerId ?? '', label: callerId ?? '' }])
          ]}
          onChange={(value) => onCallerId(value === defaultCallerId ? null : value)}
        />
      </span>
      <Select
        label={t('dialing.recording')}
        isInline
        isDisabled={isFrozen}
        value={isRecorded ? 'recorded' : 'not-recorded'}
        options={[
          { value: 'not-recorded', label: t('dialing.notRecorded') },
          { value: 'recorded', label: t('dialing.recorded') }
        ]}
        onChange={(value) => onRecorded(value === 'recorded')}
      />
    </div>
  )
}
