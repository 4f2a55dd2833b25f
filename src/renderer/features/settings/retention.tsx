import { useState } from 'react'
import { t } from '../../text/text.ts'
import { Question, Select } from '../../ui/index.ts'
import { isShorter, retentionChoices, retentionText } from './retention-choices.ts'

interface RetentionProps {
  readonly days: number | null
  readonly onChange: (days: number | null) => void
}

const keyOf = (days: number | null): string => (days === null ? 'all' : String(days))

/** How long things are kept; a shorter time deletes, and is asked about. */
export function Retention({ days, onChange }: RetentionProps) {
  const [asked, setAsked] = useState<number | null>(null)
  const choices = retentionChoices(days)
  const choose = (key: string) => {
    const chosen = choices.find((it) => keyOf(it) === key)
    if (chosen === undefined) return
    if (isShorter(days, chosen)) setAsked(chosen)
    else onChange(chosen)
  }
  const duration = retentionText(asked)
  return (
    <>
      <Select
        label={t('data.retention')}
        value={keyOf(days)}
        options={choices.map((it) => ({ value: keyOf(it), label: retentionText(it) }))}
        onChange={choose}
      />
      <Question
        title={t('data.shortenTitle', { duration })}
        text={t('data.shortenText', { duration })}
        confirmLabel={t('data.shorten')}
        isOpen={asked !== null}
        onConfirm={() => {
          onChange(asked)
          setAsked(null)
        }}
        onClose={() => setAsked(null)}
      />
    </>
  )
}
