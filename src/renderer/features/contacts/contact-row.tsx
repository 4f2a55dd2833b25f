import type { Contact } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { Avatar, NameText, NumberText } from '../../ui/index.ts'
import styles from './contact-row.module.css'

/** A contact in the list: the name, the company, the number. */
export function ContactRow({ contact }: { readonly contact: Contact }) {
  const [first, ...more] = contact.numbers
  return (
    <div className={styles.row}>
      <Avatar name={contact.name} />
      <NameText className={styles.name}>{contact.name}</NameText>
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
