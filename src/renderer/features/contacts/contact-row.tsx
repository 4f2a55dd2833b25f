import { Users } from 'lucide-react'
import type { Contact } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { Avatar, HiddenText, NameText, NumberText } from '../../ui/index.ts'
import styles from './contact-row.module.css'

/** A contact in the list: the name, the company, the number. */
export function ContactRow({ contact }: { readonly contact: Contact }) {
  const [first, ...more] = contact.numbers
  return (
    <div className={styles.row}>
      <Avatar name={contact.name} />
      <span className={styles.who}>
        <NameText className={styles.name}>{contact.name}</NameText>
        {contact.team !== null && (
          <span className={styles.team} title={t('contacts.ofTeam')}>
            <Users size={13} aria-hidden="true" />
            <HiddenText>{t('contacts.ofTeam')}</HiddenText>
          </span>
        )}
      </span>
      <span className={styles.detail}>
        {first ? <NumberText className={styles.number}>{first.display}</NumberText> : t('contacts.noNumbers')}
        {more.length > 0 && (
          <span className={styles.number}>{t('contacts.moreNumbers', { count: more.length })}</span>
        )}
        {contact.company !== null && <NameText>{contact.company}</NameText>}
      </span>
    </div>
  )
}
