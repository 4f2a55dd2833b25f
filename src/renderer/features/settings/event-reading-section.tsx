import { ListTree, X } from 'lucide-react'
import { eventFieldSchema, type FieldAliases } from '../../../shared/domain/event-reading.ts'
import { t } from '../../text/text.ts'
import { IconButton, LinkButton } from '../../ui/index.ts'
import styles from './event-reading-section.module.css'
import { Row } from './section.tsx'
import { Setting } from './setting.tsx'
import { SettingsSection } from './settings-section.tsx'

interface AliasesProps {
  readonly aliases: FieldAliases
  readonly onChange: (aliases: FieldAliases) => void
}

/** What the user has said of the fields of events, and the way to say more. */
export function EventReadingSection() {
  return (
    <SettingsSection name="eventReading">
      <Row label={t('eventReading.intro')}>
        <LinkButton href="#/settings/events" icon={<ListTree size={15} aria-hidden="true" />}>
          {t('eventReading.look')}
        </LinkButton>
      </Row>
      <Setting name="fieldAliases">
        {(aliases, change) => <Aliases aliases={aliases} onChange={change} />}
      </Setting>
    </SettingsSection>
  )
}

function Aliases({ aliases, onChange }: AliasesProps) {
  const named = eventFieldSchema.options.flatMap((field) =>
    (aliases[field] ?? []).map((name) => ({ field, name }))
  )
  const remove = (name: string) =>
    onChange(
      Object.fromEntries(
        Object.entries(aliases).map(([field, names]) => [field, names.filter((it) => it !== name)])
      )
    )
  return (
    <div className={styles.aliases}>
      <p>{t('eventReading.aliases')}</p>
      {named.length === 0 ? (
        <p className={styles.hint}>{t('eventReading.noAliases')}</p>
      ) : (
        <ul>
          {named.map(({ field, name }) => (
            <li key={`${field} ${name}`} className={styles.alias}>
              <code>{name}</code>
              <span className={styles.meaning}>{t(`eventReading.field.${field}`)}</span>
              <IconButton
                label={t('eventReading.removeAlias', { name, field: t(`eventReading.field.${field}`) })}
                icon={<X size={15} />}
                onClick={() => remove(name)}
              />
            </li>
          ))}
        </ul>
      )}
      {named.length > 0 && <p className={styles.hint}>{t('eventReading.rebuilt')}</p>}
    </div>
  )
}
