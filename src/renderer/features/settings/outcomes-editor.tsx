import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import { t } from '../../text/text.ts'
import { Button, IconButton, inputClass, NameText } from '../../ui/index.ts'
import styles from './outcomes-editor.module.css'

interface OutcomesEditorProps {
  readonly outcomes: readonly string[]
  readonly onChange: (outcomes: readonly string[]) => void
}

const most = 20

/** The words for what came of a call: added, taken away, put in another order by buttons. */
export function OutcomesEditor({ outcomes, onChange }: OutcomesEditorProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    const outcome = text.trim()
    if (outcome === '') return
    if (outcomes.includes(outcome)) return setProblem(t('data.outcomeExists', { outcome }))
    if (outcomes.length >= most) return setProblem(t('data.outcomesFull', { count: most }))
    setText('')
    onChange([...outcomes, outcome])
  }
  const move = (outcome: string, by: 1 | -1) => {
    const from = outcomes.indexOf(outcome)
    const others = outcomes.filter((it) => it !== outcome)
    if (from + by < 0 || from + by > others.length) return
    onChange([...others.slice(0, from + by), outcome, ...others.slice(from + by)])
  }
  return (
    <div className={styles.editor}>
      <div>
        <p>{t('data.outcomes')}</p>
        <p className={styles.hint}>{t('data.outcomesHint')}</p>
      </div>
      <ol aria-label={t('data.outcomes')}>
        {outcomes.map((outcome, index) => (
          <li key={outcome} className={styles.outcome}>
            <NameText className={styles.word}>{outcome}</NameText>
            <IconButton
              label={t('data.moveUp', { outcome })}
              icon={<ArrowUp size={15} />}
              aria-disabled={index === 0}
              onClick={() => move(outcome, -1)}
            />
            <IconButton
              label={t('data.moveDown', { outcome })}
              icon={<ArrowDown size={15} />}
              aria-disabled={index === outcomes.length - 1}
              onClick={() => move(outcome, 1)}
            />
            <IconButton
              label={t('data.removeOutcome', { outcome })}
              icon={<X size={15} />}
              onClick={() => onChange(outcomes.filter((it) => it !== outcome))}
            />
          </li>
        ))}
      </ol>
      <form className={styles.new} onSubmit={add}>
        <input
          className={inputClass}
          autoComplete="off"
          maxLength={100}
          aria-label={t('data.newOutcome')}
          placeholder={t('data.newOutcome')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setProblem(null)
          }}
        />
        <Button type="submit" aria-disabled={text.trim() === ''}>
          {t('data.addOutcome')}
        </Button>
      </form>
      <output className={styles.problem}>{problem}</output>
    </div>
  )
}
