import {
  type EventField,
  type EventReading,
  eventFieldSchema,
  type FieldAliases
} from '../../../shared/domain/event-reading.ts'
import { t } from '../../text/text.ts'
import { NameText, Select } from '../../ui/index.ts'
import { aliasOf, canBeNamed } from './alias-draft.ts'
import styles from './event-fields.module.css'

interface EventFieldsProps {
  readonly fields: EventReading['fields']
  readonly aliases: FieldAliases
  readonly onRead: (name: string, field: EventField | null) => void
}

/** The fields of an event with what each is read as, to be told otherwise. */
export function EventFields({ fields, aliases, onRead }: EventFieldsProps) {
  return (
    <table className={styles.fields}>
      <caption>{t('eventReading.fields')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('eventReading.fieldName')}</th>
          <th scope="col">{t('eventReading.fieldValue')}</th>
          <th scope="col">{t('eventReading.fieldReadAs')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, value, readAs }) => (
          <tr key={name}>
            <th scope="row">
              <NameText>{name}</NameText>
            </th>
            <td data-empty={value === '' || undefined}>
              <NameText>{value === '' ? t('eventReading.empty') : value}</NameText>
            </td>
            <td>
              <Select
                label={t('eventReading.readFieldAs', { name })}
                value={aliasOf(aliases, name) ?? readAs ?? 'nothing'}
                options={optionsOf(readAs !== null && aliasOf(aliases, name) === null)}
                isDisabled={!canBeNamed(name)}
                onChange={(chosen) => onRead(name, chosen === 'nothing' ? null : chosen)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The meanings to choose from. A name that is known can be given another meaning, but not none. */
const optionsOf = (isKnownName: boolean) => [
  { value: 'nothing' as const, label: t('eventReading.nothing'), isDisabled: isKnownName },
  ...eventFieldSchema.options.map((value) => ({ value, label: t(`eventReading.field.${value}`) }))
]
