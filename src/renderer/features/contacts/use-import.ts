import type { ImportField, ImportPreview } from '../../../shared/domain/contact.ts'
import { importProgressKey, useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useImportProgress, useImportSteps } from '../import-file/index.ts'

/** The steps from a file to its preview and the start of its import; a later file or change of columns overtakes an earlier. */
export function useImport() {
  const bridge = useBridge()
  const imported = useImportProgress<ImportPreview>(importProgressKey)
  const preview = (fileName: string, text: string, columns: readonly ImportField[] | null) =>
    bridge.request('contacts:preview-import', { fileName, text, columns })
  const steps = useImportSteps<ImportPreview>({
    notText: (name) => t('importing.notText', { name }),
    preview: (fileName, text) => preview(fileName, text, null),
    start: ({ importId }) => bridge.request('contacts:start-import', { importId }),
    onBegun: imported.begin
  })
  const changeColumns = (columns: readonly ImportField[]) => {
    if (steps.choice.step !== 'previewing') return
    steps.previewAgain(withColumns(steps.choice.preview, columns), (fileName, text) =>
      preview(fileName, text, columns)
    )
  }
  return { ...steps, changeColumns, imported }
}

/** The preview as it was, with what was just chosen: a select must not jump back while the answer is awaited. */
const withColumns = (preview: ImportPreview, fields: readonly ImportField[]): ImportPreview => ({
  ...preview,
  columns: preview.columns.map((column, index) => ({ ...column, field: fields[index] ?? column.field }))
})
