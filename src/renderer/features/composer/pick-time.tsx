import { useState } from 'react'
import { t } from '../../text/text.ts'
import { useTimeZone } from '../../time/index.ts'
import { Button, Field, inputClass, Modal } from '../../ui/index.ts'
import styles from './send-later.module.css'
import { wallTextOf, wallTimeMs } from './wall-time.ts'

const hourMs = 3_600_000

interface PickTimeProps {
  readonly onChoose: (dueAtMs: number) => void
  readonly onClose: () => void
}

/** Asks for a day and a time to come, on the user's own clock. */
export function PickTime({ onChoose, onClose }: PickTimeProps) {
  const timeZone = useTimeZone()
  const [text, setText] = useState(() => wallTextOf(Date.now() + hourMs, timeZone))
  const [problem, setProblem] = useState<string | undefined>()
  const choose = () => {
    const dueAtMs = wallTimeMs(text, timeZone)
    if (dueAtMs === null) setProblem(t('composer.timeMissing'))
    else if (dueAtMs <= Date.now()) setProblem(t('composer.timePassed'))
    else onChoose(dueAtMs)
  }
  return (
    <Modal label={t('composer.laterTitle')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          choose()
        }}
      >
        <h2>{t('composer.laterTitle')}</h2>
        <p>{t('composer.laterText')}</p>
        <Field label={t('composer.when')} problem={problem}>
          {(ids) => (
            <input
              {...ids}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to choose here
              autoFocus
              className={inputClass}
              type="datetime-local"
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                setProblem(undefined)
              }}
            />
          )}
        </Field>
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" kind="primary">
            {t('composer.schedule')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
