import type { MessageImportPreview } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { ImportPreviewFrame, RejectedRows } from '../import-file/index.ts'

interface ImportMessagesPreviewProps {
  readonly fileName: string
  readonly preview: MessageImportPreview
  readonly isBusy: boolean
  readonly problem: string | null
  readonly onStart: () => void
  readonly onCancel: () => void
}

/** What an import of messages would do. */
export function ImportMessagesPreview({ preview, ...frame }: ImportMessagesPreviewProps) {
  const { newCount, knownCount, threadCount, rejectedCount, rejected } = preview
  const counts = [
    t('threads.importNew', { count: newCount }),
    ...(newCount > 0 ? [t('threads.importThreads', { count: threadCount })] : []),
    ...(knownCount > 0 ? [t('threads.importKnown', { count: knownCount })] : [])
  ]
  const startLabel = t('threads.importStart', { count: newCount })
  return (
    <ImportPreviewFrame isInPane={false} {...frame} {...{ newCount, counts, rejectedCount, startLabel }}>
      <RejectedRows title={t('importing.rejectedTitle')} rows={rejected} count={rejectedCount} />
    </ImportPreviewFrame>
  )
}
