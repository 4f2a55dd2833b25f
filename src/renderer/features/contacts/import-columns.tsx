import { type ImportField, type ImportPreview, importFieldSchema } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { NameText, Select } from '../../ui/index.ts'
import styles from './import-columns.module.css'

interface ImportColumnsProps {
  readonly columns: ImportPreview['columns']
  readonly onChange: (fields: readonly ImportField[]) => void
}

/** The columns of a CSV file, a row each, with what it is taken for: whoever knows better changes it. */
export function ImportColumns({ columns, onChange }: ImportColumnsProps) {
  const options = importFieldSchema.options.map((value) => ({ value, label: t(`importing.field.${value}`) }))
  const change = (at: number, field: ImportField) =>
    onChange(columns.map((column, index) => (index === at ? field : column.field)))
  return (
    <table className={styles.columns}>
      <caption>{t('importing.columns')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importing.columnTitle')}</th>
          <th scope="col">{t('importing.columnExample')}</th>
          <th scope="col">{t('importing.columnField')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, index) => {
          const title = column.title || t('importing.untitled', { position: index + 1 })
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a file may name two columns alike
            <tr key={index} data-ignored={column.field === 'ignored' || undefined}>
              <th scope="row">
                <NameText>{title}</NameText>
              </th>
              <td className={styles.example}>
                <NameText>{column.example}</NameText>
              </td>
              <td>
                <Select
                  label={t('importing.columnFieldOf', { title })}
                  value={column.field}
                  options={options}
                  onChange={(field) => change(index, field)}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
