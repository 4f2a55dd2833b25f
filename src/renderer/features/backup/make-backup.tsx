import { type SyntheticEvent, useState } from 'react'
import { type BackupStep, backupSteps } from '../../../shared/domain/backup.ts'
import { passphraseLength } from '../../../shared/domain/passphrase.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Modal, PassphraseField, ProgressBar } from '../../ui/index.ts'
import styles from './backup-dialog.module.css'
import { PathField } from './path-field.tsx'

interface MakeBackupProps {
  /** How far the one is that is being made. */
  readonly step: BackupStep | null
  /** Null where the host has dialogs. */
  readonly proposedPath: string | null
}

/** Makes a backup, in a dialog of its own. */
export function MakeBackup(props: MakeBackupProps) {
  const [isOpen, setIsOpen] = useState(false)
  const cancel = useCommand('backup:cancel-backup')
  const close = () => {
    cancel.mutate({})
    setIsOpen(false)
  }
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('backup.makeButton')}</Button>
      <Modal label={t('backup.makeTitle')} isOpen={isOpen} onClose={close}>
        <div className={styles.dialog}>
          <h2>{t('backup.makeTitle')}</h2>
          <MakeBackupForm {...props} onClose={close} />
        </div>
      </Modal>
    </>
  )
}

function MakeBackupForm({ step, proposedPath, onClose }: MakeBackupProps & { readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [path, setPath] = useState(proposedPath)
  const [hasTried, setHasTried] = useState(false)
  const make = useCommand('backup:make-backup')
  const { min } = passphraseLength
  const isTooShort = passphrase.length < min
  const isOther = repeated !== passphrase
  const saved = make.data?.ok ? make.data.value : null
  const problem = make.data && !make.data.ok ? make.data.failure.message : make.error?.message

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setHasTried(true)
    if (!isTooShort && !isOther && !make.isPending) make.mutate({ path, passphrase })
  }

  if (saved) {
    return (
      <>
        <output>{t('backup.saved', { file: saved.file })}</output>
        <div className={styles.actions}>
          <Button kind="primary" onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      </>
    )
  }
  if (make.isPending && step !== null) {
    return (
      <>
        <output>{t(`backup.step.${step}`)}</output>
        <ProgressBar
          label={t('backup.progress')}
          doneCount={backupSteps.indexOf(step)}
          totalCount={backupSteps.length}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
        </div>
      </>
    )
  }
  return (
    <form className={styles.form} autoComplete="off" onSubmit={onSubmit}>
      {problem !== undefined && <Banner kind="error">{problem}</Banner>}
      <PassphraseField
        label={t('backup.passphrase')}
        hint={t('backup.passphraseHint', { count: min })}
        problem={hasTried && isTooShort ? t('backup.tooShort', { count: min }) : undefined}
        value={passphrase}
        onChange={setPassphrase}
      />
      <PassphraseField
        label={t('backup.repeat')}
        problem={hasTried && isOther ? t('backup.notTheSame') : undefined}
        value={repeated}
        onChange={setRepeated}
      />
      {path !== null && <PathField value={path} onChange={setPath} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button kind="primary" type="submit" aria-disabled={make.isPending}>
          {t(path === null ? 'backup.chooseAndSave' : 'backup.save')}
        </Button>
      </div>
    </form>
  )
}
