import { Moon } from 'lucide-react'
import { type QuietChoice, quietChoices } from '../../../shared/domain/quiet.ts'
import { t } from '../../text/text.ts'
import { Select } from '../../ui/index.ts'
import styles from './quiet-control.module.css'
import { useQuiet } from './use-quiet.ts'

/** Do not disturb, in a line of text: begun by choosing how long, ended by a button. */
export function QuietControl() {
  const { text, begin, end } = useQuiet()
  return (
    <span className={styles.control}>
      <Moon size={13} aria-hidden="true" />
      {text === null ? (
        <Select<QuietChoice | 'off'>
          isInline
          label={t('quiet.label')}
          value="off"
          options={[
            { value: 'off', label: t('quiet.off') },
            ...quietChoices.map((choice) => ({ value: choice, label: t(`quiet.for.${choice}`) }))
          ]}
          onChange={(choice) => choice !== 'off' && begin(choice)}
        />
      ) : (
        <>
          <output>{text}</output>
          <button type="button" className={styles.off} onClick={end}>
            {t('quiet.turnOff')}
          </button>
        </>
      )}
    </span>
  )
}
