import { Ellipsis } from 'lucide-react'
import { t } from '../../text/text.ts'
import { MenuButton } from '../../ui/index.ts'
import type { useRecipient } from './use-recipient.ts'

interface RecipientMenuProps {
  readonly recipient: ReturnType<typeof useRecipient>
  readonly onProblem: (problem: string) => void
}

/** Marks a number as wanting no messages, or as willing, by the user's own knowledge. */
export function RecipientMenu({ recipient, onProblem }: RecipientMenuProps) {
  const { stoppedAtMs, setStop } = recipient
  const isStopped = stoppedAtMs !== null
  return (
    <MenuButton
      label={t('composer.more')}
      placement="top start"
      icon={<Ellipsis size={16} aria-hidden="true" />}
      choices={[{ id: 'stop', label: t(isStopped ? 'composer.markWilling' : 'composer.markStopped') }]}
      onChoose={() => {
        setStop(!isStopped).catch(({ message }: Error) =>
          onProblem(t('composer.notMarked', { reason: message }))
        )
      }}
    />
  )
}
