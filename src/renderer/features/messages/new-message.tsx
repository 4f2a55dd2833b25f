import { useState } from 'react'
import type { Party } from '../../../shared/domain/party.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, Field, inputClass, NumberText } from '../../ui/index.ts'
import styles from './new-message.module.css'

/** Asks whom a new message is for; each number found in what was typed is offered. */
export function NewMessage({ onChoose }: { readonly onChoose: (party: Party) => void }) {
  const [text, setText] = useState('')
  const found = useRequest(
    'dialing:interpret-text',
    { text, isToCall: false },
    { isEnabled: text.trim() !== '', shouldKeepPrevious: true }
  )
  const interpretation = text.trim() === '' ? undefined : found.data
  const numbers = interpretation?.outcome === 'dialable' ? numbersOf(interpretation.candidates) : []
  const [first] = numbers
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (first) onChoose(first)
      }}
    >
      <h2>{t('messages.compose')}</h2>
      <Field label={t('messages.to')} hint={t('messages.toHint')}>
        {(ids) => (
          <input
            {...ids}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen was opened to type here
            autoFocus
            className={inputClass}
            type="tel"
            autoComplete="off"
            placeholder={t('messages.toPlaceholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div aria-live="polite">
        {interpretation && numbers.length === 0 && (
          <p className={styles.problem}>
            {interpretation.outcome === 'undialable'
              ? t(`dialing.undialable.${interpretation.reason}`, { text: interpretation.text })
              : t('people.noTextReason')}
          </p>
        )}
      </div>
      {numbers.map((party) => (
        <Button
          key={party.address}
          kind={party === first ? 'primary' : 'plain'}
          onClick={() => onChoose(party)}
        >
          {t('messages.start')} <NumberText>{party.display}</NumberText> {party.name ?? ''}
        </Button>
      ))}
    </form>
  )
}

/** Each number once, whatever would have to be keyed in after dialing it. */
const numbersOf = (candidates: readonly Party[]): readonly Party[] => [
  ...new Map(
    candidates.filter(({ kind }) => kind === 'number').map((party) => [party.address, party])
  ).values()
]
