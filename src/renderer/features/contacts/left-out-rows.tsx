import type { ImportPreview } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { RejectedRows } from '../import-file/index.ts'

/** What an import of contacts leaves out, row by row. */
export function LeftOutRows({ preview }: { readonly preview: ImportPreview }) {
  const { partial, partialCount, rejected, rejectedCount } = preview
  return (
    <>
      <RejectedRows title={t('importing.rejectedTitle')} rows={rejected} count={rejectedCount} />
      <RejectedRows title={t('importing.partialTitle')} rows={partial} count={partialCount} />
    </>
  )
}
