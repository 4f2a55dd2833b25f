import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { MenuButton } from '../../ui/index.ts'
import { ExportDialog, type ExportFormat, type WhatToExport } from '../history-export/index.ts'
import { ImportMessagesDialog } from './import-messages-dialog.tsx'

/** What can be done with all the threads there are. */
export function ThreadsMenu() {
  const threads = useRequest('messages:list-threads', {}).data
  const [order, setOrder] = useState<{ what: WhatToExport; format: ExportFormat } | null>(null)
  const [isImporting, setIsImporting] = useState(false)
  return (
    <>
      <MenuButton
        label={t('threads.menu')}
        icon={<Ellipsis size={16} aria-hidden="true" />}
        choices={[
          { id: 'json', label: t('threads.exportJson') },
          { id: 'csv', label: t('threads.exportCsv') },
          { id: 'import', label: t('threads.import') }
        ]}
        onChoose={(choice) => {
          if (choice === 'import') setIsImporting(true)
          else if (threads) setOrder({ what: { kind: 'messages', threads }, format: choice })
        }}
      />
      {order && <ExportDialog {...order} onClose={() => setOrder(null)} />}
      {isImporting && <ImportMessagesDialog onClose={() => setIsImporting(false)} />}
    </>
  )
}
