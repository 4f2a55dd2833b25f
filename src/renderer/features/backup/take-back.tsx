import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button } from '../../ui/index.ts'
import { ConfirmedCommand } from './confirmed-command.tsx'

/** Uses a ledger again that was set aside, after asking. */
export function TakeBack({ name }: { readonly name: string }) {
  const bridge = useBridge()
  return (
    <ConfirmedCommand
      title={t('backup.takeBackTitle')}
      text={t('backup.takeBackText')}
      confirmLabel={t('backup.takeBackConfirm')}
      run={() => bridge.request('backup:take-back', { name })}
    >
      {(ask) => (
        <Button aria-label={t('backup.takeBackOf', { name })} onClick={ask}>
          {t('backup.takeBack')}
        </Button>
      )}
    </ConfirmedCommand>
  )
}
