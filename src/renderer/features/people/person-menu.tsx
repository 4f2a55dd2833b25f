import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Call } from '../../../shared/domain/call.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { useBridge, useRequest, useTimeline } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { formatClock, formatDate, useNow, useTimeZone } from '../../time/index.ts'
import { MenuButton, type MenuChoice, nameOf } from '../../ui/index.ts'
import { ExportDialog, type ExportFormat, type WhatToExport } from '../history-export/index.ts'
import { ConfirmDeletion } from './confirm-deletion.tsx'
import { describeLoss } from './describe-loss.ts'

type Choice = 'save-contact' | ExportFormat | 'forget-call' | 'forget-person'

interface PersonMenuProps {
  readonly party: Party
  /** The call it was opened by. */
  readonly call: Call | undefined
  readonly onForgotten: () => void
}

/** What is seldom done with a person: keeping them as a contact, or deleting, after asking. */
export function PersonMenu({ party, call, onForgotten }: PersonMenuProps) {
  const bridge = useBridge()
  const [, navigate] = useLocation()
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  const [asking, setAsking] = useState<Choice | null>(null)
  const [order, setOrder] = useState<{ what: WhatToExport; format: ExportFormat } | null>(null)
  const threads = useRequest('messages:list-threads', {}).data?.filter(
    ({ other }) => other.address === party.address
  )
  const canForgetPerson = party.kind !== 'anonymous'
  const timeline = useTimeline(party.address, asking === 'forget-person').query.data
  const name = nameOf(party)
  const close = (isDeleted: boolean) => {
    setAsking(null)
    if (isDeleted) onForgotten()
  }
  const choose = (choice: Choice) => {
    if (choice === 'save-contact') navigate(`/contacts/new/${encodeURIComponent(party.address)}`)
    else if (choice === 'json' || choice === 'csv') {
      setOrder({ what: { kind: 'messages', threads: threads ?? [] }, format: choice })
    } else setAsking(choice)
  }
  const choices: readonly MenuChoice<Choice>[] = [
    ...(party.kind === 'number' ? [{ id: 'save-contact', label: t('contacts.saveAs') } as const] : []),
    ...(threads && threads.length > 0
      ? [
          { id: 'json', label: t('threads.exportPersonJson') } as const,
          { id: 'csv', label: t('threads.exportPersonCsv') } as const
        ]
      : []),
    ...(call ? [{ id: 'forget-call', label: t('people.forgetCall'), isDanger: true } as const] : []),
    ...(canForgetPerson
      ? [{ id: 'forget-person', label: t('people.forgetPerson'), isDanger: true } as const]
      : [])
  ]
  if (choices.length === 0) return null
  return (
    <>
      <MenuButton
        label={t('people.menu')}
        icon={<Ellipsis size={16} aria-hidden="true" />}
        choices={choices}
        onChoose={choose}
      />
      {order && <ExportDialog {...order} onClose={() => setOrder(null)} />}
      {asking === 'forget-call' && call && (
        <ConfirmDeletion
          title={t('forget.callTitle')}
          text={t('forget.callText', {
            name,
            when: `${formatDate(call.startedAtMs, nowMs, timeZone)}, ${formatClock(call.startedAtMs, timeZone)}`
          })}
          onDelete={() => bridge.request('calls:forget-call', { callId: call.id })}
          onClose={close}
        />
      )}
      {asking === 'forget-person' && (
        <ConfirmDeletion
          title={t('forget.personTitle', { name })}
          text={
            timeline?.earlier === null
              ? describeLoss(timeline.entries)
              : t('forget.personTextUncounted', { name })
          }
          onDelete={() => bridge.request('calls:forget-person', { address: party.address })}
          onClose={close}
        />
      )}
    </>
  )
}
