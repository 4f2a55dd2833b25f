import type { Contact } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Banner, Button, NameText, NumberText, nameOf } from '../../ui/index.ts'
import styles from './changed-meanwhile.module.css'

interface ChangedMeanwhileProps {
  /** Null where it was deleted. */
  readonly theirs: Contact | null
  readonly onSaveMine: () => void
  readonly onTakeTheirs: () => void
}

/** What a colleague made of a contact of the team while it was edited here, and which of the two it is to be. */
export function ChangedMeanwhile({ theirs, onSaveMine, onTakeTheirs }: ChangedMeanwhileProps) {
  return (
    <div className={styles.changed}>
      <Banner kind="error">
        {theirs === null
          ? t('contacts.deletedMeanwhile')
          : t('contacts.changedMeanwhile', {
              name: theirs.team?.by ? nameOf(theirs.team.by) : t('contacts.elsewhere')
            })}
      </Banner>
      {theirs !== null && (
        <dl className={styles.theirs} aria-label={t('contacts.theirVersion')}>
          <dt>
            <NameText>{theirs.name}</NameText>
            {theirs.team && <Moment atMs={theirs.team.atMs} />}
          </dt>
          {theirs.company !== null && (
            <dd>
              <NameText>{theirs.company}</NameText>
            </dd>
          )}
          {theirs.numbers.map(({ address, display, label }) => (
            <dd key={address}>
              <NumberText>{display}</NumberText> {label !== null && <NameText>{label}</NameText>}
            </dd>
          ))}
        </dl>
      )}
      <div className={styles.choices}>
        {theirs !== null && <Button onClick={onTakeTheirs}>{t('contacts.takeTheirs')}</Button>}
        <Button onClick={onSaveMine}>{t('contacts.saveMine')}</Button>
      </div>
    </div>
  )
}
