import { t } from '../../text/text.ts'
import type { DialHint } from '../dialing/index.ts'
import styles from './palette-state.module.css'

interface PaletteStateProps {
  readonly asked: string
  readonly isSettled: boolean
  readonly count: number
  readonly error: Error | null
  readonly hint: DialHint | null
}

/** How the search went, in words: seen where there is nothing else to see, and announced once it has settled. */
export function PaletteState(props: PaletteStateProps) {
  const { asked, count, error } = props
  const isEmpty = asked !== '' && count === 0
  return (
    <output className={styles.state} data-shown={asked === '' || isEmpty || error !== null || undefined}>
      {textOf(props)}
    </output>
  )
}

function textOf({ asked, isSettled, count, error, hint }: PaletteStateProps): string {
  if (asked === '') return t('palette.hint')
  if (!isSettled) return ''
  if (error !== null) return t('palette.failed', { reason: error.message })
  if (count > 0) return t('palette.count', { count })
  return hint?.kind === 'undialable' ? hint.text : t('palette.nothing', { text: asked })
}
