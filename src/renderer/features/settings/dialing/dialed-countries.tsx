import { X } from 'lucide-react'
import { type SyntheticEvent, useId, useState } from 'react'
import { sorted } from '../../../sorted.ts'
import { t } from '../../../text/text.ts'
import { Button, IconButton, NameText, Select } from '../../../ui/index.ts'
import { regions } from '../regions.ts'
import styles from './dialed-countries.module.css'

interface DialedCountriesProps {
  /** ISO 3166 regions. */
  readonly countries: readonly string[]
  readonly ownCountry: string
  readonly onChange: (countries: readonly string[]) => void
}

/** The countries that are called without a question: added from a list, taken away one by one. */
export function DialedCountries({ countries, ownCountry, onChange }: DialedCountriesProps) {
  const titleId = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const all = regions(ownCountry)
  const nameOf = (country: string) => all.find(({ value }) => value === country)?.label ?? country
  const listed = sorted(
    countries.map((value) => ({ value, label: nameOf(value) })),
    (one, other) => one.label.localeCompare(other.label)
  )
  const addable = all.filter(({ value }) => value !== ownCountry && !countries.includes(value))
  const toAdd = addable.some(({ value }) => value === chosen) ? chosen : (addable[0]?.value ?? null)

  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    if (toAdd !== null) onChange([...countries, toAdd])
  }
  return (
    <div className={styles.countries}>
      <p id={titleId}>{t('settings.dialedCountries')}</p>
      <p className={styles.hint}>{t('settings.dialedCountriesHint', { country: nameOf(ownCountry) })}</p>
      {listed.length > 0 && (
        <ul aria-labelledby={titleId} className={styles.list}>
          {listed.map(({ value, label }) => (
            <li key={value}>
              <NameText>{label}</NameText>
              <IconButton
                label={t('settings.removeCountry', { country: label })}
                icon={<X size={15} />}
                onClick={() => onChange(countries.filter((it) => it !== value))}
              />
            </li>
          ))}
        </ul>
      )}
      {toAdd !== null && (
        <form className={styles.add} onSubmit={add}>
          <Select
            label={t('settings.addCountryLabel')}
            value={toAdd}
            options={addable}
            onChange={setChosen}
          />
          <Button type="submit">{t('settings.addCountry')}</Button>
        </form>
      )}
    </div>
  )
}
