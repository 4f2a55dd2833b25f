import { FileArchive } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Checkbox } from '../../ui/index.ts'
import { BundlePreview } from './bundle-preview.tsx'
import styles from './bundle-view.module.css'

/** A file for support: what goes into it is chosen, then read, then saved. */
export function BundleView() {
  const [hasEvents, setHasEvents] = useState(true)
  const prepare = useCommand('diagnostics:make-bundle')
  const { data: bundle, error, isPending } = prepare
  const choose = (isChosen: boolean) => {
    setHasEvents(isChosen)
    // What is shown is what will be saved.
    prepare.reset()
  }
  return (
    <div className={styles.bundle}>
      <p className={styles.what}>{t('diagnostics.bundle.what')}</p>
      <div>
        <Checkbox label={t('diagnostics.bundle.withEvents')} isChecked={hasEvents} onChange={choose} />
        <p className={styles.hint}>{t('diagnostics.bundle.withEventsHint')}</p>
      </div>
      <div>
        <Button
          kind={bundle ? 'plain' : 'primary'}
          icon={<FileArchive size={15} aria-hidden="true" />}
          aria-disabled={isPending}
          onClick={() => !isPending && prepare.mutate({ hasEvents })}
        >
          {isPending
            ? t('diagnostics.bundle.preparing')
            : t(bundle ? 'diagnostics.bundle.prepareAgain' : 'diagnostics.bundle.prepare')}
        </Button>
      </div>
      {error && <Banner kind="error">{t('diagnostics.bundle.failed', { reason: error.message })}</Banner>}
      {bundle && !isPending && <BundlePreview bundle={bundle} />}
    </div>
  )
}
