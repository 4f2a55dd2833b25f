import { X } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import { t } from '../../text/text.ts'
import { Button, Field, IconButton, inputClass } from '../../ui/index.ts'
import { Section, Setting } from '../settings/index.ts'
import { sourceProblem } from './source-address.ts'
import styles from './sources-section.module.css'

/** The addresses from which webhooks are taken. */
export function SourcesSection() {
  return (
    <Section title={t('reach.sources.title')}>
      <Setting name="sourceAddresses">
        {(addresses, change) => <Sources addresses={addresses} onChange={change} />}
      </Setting>
    </Section>
  )
}

interface SourcesProps {
  readonly addresses: readonly string[]
  readonly onChange: (addresses: readonly string[]) => void
}

function Sources({ addresses, onChange }: SourcesProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const found = sourceProblem(text, addresses)
    setProblem(found)
    if (found !== null) return
    setText('')
    onChange([...addresses, text.trim()])
  }
  return (
    <div className={styles.sources}>
      <p className={styles.hint}>{t('reach.sources.hint')}</p>
      {addresses.length === 0 ? (
        <p>{t('reach.sources.all')}</p>
      ) : (
        <ul aria-label={t('reach.sources.list')}>
          {addresses.map((address) => (
            <li key={address} className={styles.source}>
              <code>{address}</code>
              <IconButton
                label={t('reach.sources.remove', { address })}
                icon={<X size={15} />}
                onClick={() => onChange(addresses.filter((it) => it !== address))}
              />
            </li>
          ))}
        </ul>
      )}
      <form className={styles.new} noValidate onSubmit={add}>
        <Field label={t('reach.sources.new')} problem={problem ?? undefined}>
          {(ids) => (
            <span className={styles.line}>
              <input
                {...ids}
                className={inputClass}
                autoComplete="off"
                spellCheck={false}
                maxLength={60}
                placeholder={t('reach.sources.example')}
                value={text}
                onChange={(event) => {
                  setText(event.target.value)
                  setProblem(null)
                }}
              />
              <Button type="submit" aria-disabled={text.trim() === ''}>
                {t('reach.sources.add')}
              </Button>
            </span>
          )}
        </Field>
      </form>
    </div>
  )
}
