import type { SetAsideLedger } from '../../../shared/domain/backup.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { formatDate, useNow, useTimeZone } from '../../time/index.ts'
import { Loaded } from '../../ui/index.ts'
import { ChangeKey, MakeBackup, RestoreBackup, TakeBack } from '../backup/index.ts'
import { Row } from './section.tsx'

/** How what happened is protected, copies of it, and what was set aside. */
export function BackupRows() {
  const query = useRequest('backup:get-state', {}, { shouldAskAgain: true })
  return (
    <Loaded query={query} rows={3}>
      {({ protection, step, proposedPath, setAside }) => (
        <>
          <Row label={t('backup.protection')} hint={t(`backup.${protection}`)}>
            {protection === 'encrypted' && <ChangeKey />}
          </Row>
          {protection !== 'in-memory' && (
            <>
              <Row label={t('backup.make')} hint={t('backup.makeHint')}>
                <MakeBackup step={step} proposedPath={proposedPath} />
              </Row>
              <Row label={t('backup.restore')} hint={t('backup.restoreHint')}>
                <RestoreBackup proposedPath={proposedPath} />
              </Row>
            </>
          )}
          {setAside.map((ledger) => (
            <SetAsideRow key={ledger.name} ledger={ledger} />
          ))}
        </>
      )}
    </Loaded>
  )
}

function SetAsideRow({ ledger }: { readonly ledger: SetAsideLedger }) {
  const { name, reason, atMs, sizeBytes, canBeTakenBack } = ledger
  const nowMs = useNow(60_000)
  const timeZone = useTimeZone()
  const file = t('backup.file', { name, size: (sizeBytes / 1_000_000).toFixed(1) })
  return (
    <Row
      label={`${t(`backup.setAside.${reason}`)}, ${formatDate(atMs, nowMs, timeZone)}`}
      hint={`${t(`backup.why.${reason}`)} ${file}`}
    >
      {canBeTakenBack && <TakeBack name={name} />}
    </Row>
  )
}
