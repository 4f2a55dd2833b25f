import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button } from '../../ui/index.ts'
import { ConfirmedCommand } from './confirmed-command.tsx'

/** Gives the ledger another key, after asking. */
export function ChangeKey() {
  const bridge = useBridge()
  return (
    <ConfirmedCommand
      title={t('backup.changeKeyTitle')}
      text={t('backup.changeKeyText')}
      confirmLabel={t('backup.changeKeyConfirm')}
      run={() => bridge.request('backup:change-key', {})}
    >
      {(ask) => <Button onClick={ask}>{t('backup.changeKey')}</Button>}
    </ConfirmedCommand>
  )
}
