import { t } from '../../text/text.ts'
import { isApple } from '../../ui/index.ts'
import styles from './palette-foot.module.css'
import { type PaletteItem, partyOf } from './palette-items.ts'

const enterDoes = {
  person: 'palette.enterOpens',
  text: 'palette.enterOpens',
  call: 'palette.enterCalls',
  write: 'palette.enterWrites',
  action: 'palette.enterRuns'
} as const

/** What the keys do with the active row. */
export function PaletteFoot({ item }: { readonly item: PaletteItem }) {
  const canCall = partyOf(item) !== null && item.kind !== 'call'
  return (
    <div className={styles.foot} aria-hidden="true">
      <span>
        <kbd>↵</kbd> {t(enterDoes[item.kind])}
      </span>
      {canCall && (
        <span>
          <kbd>{isApple() ? '⌘ ↵' : 'Ctrl ↵'}</kbd> {t('palette.enterCalls')}
        </span>
      )}
      <span className={styles.last}>
        <kbd>esc</kbd> {t('app.close')}
      </span>
    </div>
  )
}
