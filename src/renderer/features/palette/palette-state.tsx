import { t } from '../../text/text.ts'
import styles from './palette-state.module.css'

interface PaletteStateProps {
  readonly asked: string
  readonly isSettled: boolean
  readonly count: number
  readonly error: Error | null
}

/** How the search went, in words: seen where there is nothing else to see, and announced once it has settled. */
export function PaletteState({ asked, isSettled, count, error }: PaletteStateProps) {
  const isEmpty = asked !== '' && count === 0
  return (
    <output className={styles.state} data-shown={asked === '' || isEmpty || error !== null || undefined}>
      {textOf({ asked, isSettled, count, error })}
    </output>
  )
}

function textOf({ asked, isSettled, count, error }: PaletteStateProps): string {
  if (asked === '') return t('palette.hint')
  if (!isSettled) return ''
  if (error !== null) return t('palette.failed', { reason: error.message })
  return count === 0 ? t('palette.nothing', { text: asked }) : t('palette.count', { count })
}
