import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useCommand, useHistoryView } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { MenuButton } from '../../ui/index.ts'
import { ExportDialog, type ExportFormat, type WhatToExport } from '../history-export/index.ts'

/** What can be done with all the calls that are shown. */
export function HistoryMenu() {
  const { filter } = useHistoryView()
  const markAllRead = useCommand('calls:mark-all-read')
  const [order, setOrder] = useState<{ what: WhatToExport; format: ExportFormat } | null>(null)
  return (
    <>
      <MenuButton
        label={t('calls.menu')}
        icon={<Ellipsis size={16} aria-hidden="true" />}
        choices={[
          { id: 'mark-all-read', label: t('calls.markAllRead') },
          { id: 'csv', label: t('calls.exportCsv') },
          { id: 'json', label: t('calls.exportJson') },
          { id: 'gaps', label: t('calls.exportGaps') }
        ]}
        onChoose={(choice) => {
          if (choice === 'mark-all-read') return markAllRead.mutate({})
          if (choice === 'gaps') return setOrder({ what: { kind: 'gaps' }, format: 'csv' })
          setOrder({ what: { kind: 'calls', filter }, format: choice })
        }}
      />
      {order && <ExportDialog {...order} onClose={() => setOrder(null)} />}
    </>
  )
}
