import { type SyntheticEvent, useState } from 'react'
import type { BackupContents } from '../../../shared/domain/backup.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Modal, PassphraseField } from '../../ui/index.ts'
import styles from './backup-dialog.module.css'
import { BackupFacts } from './backup-facts.tsx'
import { PathField } from './path-field.tsx'

interface RestoreBackupProps {
  /** Null where the host has dialogs. */
  readonly proposedPath: string | null
}

/** Looks into a backup and restores it, in a dialog of its own. */
export function RestoreBackup({ proposedPath }: RestoreBackupProps) {
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('backup.restoreButton')}</Button>
      <Modal label={t('backup.restoreTitle')} isOpen={isOpen} onClose={close}>
        <div className={styles.dialog}>
          <h2>{t('backup.restoreTitle')}</h2>
          <RestoreSteps proposedPath={proposedPath} onClose={close} />
        </div>
      </Modal>
    </>
  )
}

function RestoreSteps({ proposedPath, onClose }: RestoreBackupProps & { readonly onClose: () => void }) {
  const bridge = useBridge()
  const hasDialogs = proposedPath === null
  const [path, setPath] = useState(proposedPath)
  const [passphrase, setPassphrase] = useState('')
  const [contents, setContents] = useState<BackupContents | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  /** Does one step, during which no other can be asked for. */
  const doing = (step: () => Promise<void>) => {
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    void step()
      .catch((error: Error) => setProblem(error.message))
      .finally(() => setIsBusy(false))
  }
  const choose = () =>
    doing(async () => {
      const chosen = await bridge.request('backup:choose-backup', { path: null })
      if (chosen !== null) setPath(chosen)
    })
  const check = () =>
    doing(async () => {
      if (!hasDialogs) await bridge.request('backup:choose-backup', { path })
      const outcome = await bridge.request('backup:check-backup', { passphrase })
      if (outcome.ok) setContents(outcome.value)
      else setProblem(outcome.failure.message)
    })
  const restore = () =>
    doing(async () => {
      const outcome = await bridge.request('backup:restore-backup', {})
      if (outcome.ok) return onClose()
      setContents(null)
      setProblem(outcome.failure.message)
    })
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (contents) restore()
    else if (path !== null && passphrase !== '') check()
  }

  return (
    <form className={styles.form} autoComplete="off" onSubmit={onSubmit}>
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      {contents ? (
        <>
          <BackupFacts contents={contents} />
          <p className={styles.hint}>{t('backup.restoreFacts')}</p>
        </>
      ) : (
        <>
          {hasDialogs ? (
            <>
              <div>
                <Button onClick={choose}>{t('backup.choose')}</Button>
              </div>
              {path !== null && <output>{path}</output>}
            </>
          ) : (
            <PathField value={path ?? ''} onChange={setPath} />
          )}
          <PassphraseField label={t('backup.passphrase')} value={passphrase} onChange={setPassphrase} />
        </>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button
          kind={contents ? 'danger' : 'primary'}
          type="submit"
          aria-disabled={isBusy || path === null || passphrase === ''}
        >
          {contents ? t('backup.restoreConfirm') : t(isBusy ? 'backup.checking' : 'backup.check')}
        </Button>
      </div>
    </form>
  )
}
