import type { MessageImportPreview } from '../../../shared/domain/message.ts'
import { messageImportProgressKey, useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useImportProgress, useImportSteps } from '../import-file/index.ts'

/** The steps from a file to its messages. */
export function useMessageImport() {
  const bridge = useBridge()
  const imported = useImportProgress<MessageImportPreview>(messageImportProgressKey)
  const steps = useImportSteps<MessageImportPreview>({
    notText: (name) => t('threads.importNotText', { name }),
    preview: (fileName, text) => bridge.request('messages:preview-import', { fileName, text }),
    start: ({ importId }) => bridge.request('messages:start-import', { importId }),
    onBegun: imported.begin
  })
  const cancel = (importId: string) => {
    // What cannot be reached any more tells so by itself, and by no more progress.
    bridge.request('messages:cancel-import', { importId }).catch(() => {})
  }
  return { ...steps, imported, cancel }
}
