import { Users } from 'lucide-react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { EmptyState } from '../../ui/index.ts'
import styles from './contact-pane.module.css'
import { NumberRows } from './number-rows.tsx'
import { PersonHead } from './person-head.tsx'

interface ColleaguePaneProps {
  readonly extension: string
  readonly onOpenTimeline: (address: string) => void
  readonly onBack: () => void
}

/** Someone on the account: known by Voice360, so that there is nothing to edit. */
export function ColleaguePane({ extension, onOpenTimeline, onBack }: ColleaguePaneProps) {
  const colleagues = useRequest('presence:get-presence', {}).data?.colleagues
  const colleague = colleagues?.find((it) => it.extension === extension)
  if (!colleague) return <EmptyState icon={<Users size={20} />} text={t('contacts.choose')} />
  const number = { address: extension, display: extension, label: t('contacts.extension') }
  return (
    <section className={styles.pane} aria-label={colleague.name}>
      <PersonHead name={colleague.name} detail={t('contacts.colleagues')} onBack={onBack} />
      <NumberRows numbers={[number]} onOpenTimeline={onOpenTimeline} />
    </section>
  )
}
