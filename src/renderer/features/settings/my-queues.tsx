import { useState } from 'react'
import { useRequest } from '../../bridge/index.ts'
import { sorted } from '../../sorted.ts'
import { t } from '../../text/text.ts'
import { Button, Checkbox, inputClass } from '../../ui/index.ts'
import styles from './my-queues.module.css'

interface MyQueuesProps {
  readonly myQueues: readonly string[]
  readonly onChange: (myQueues: readonly string[]) => void
}

/** Which queues are mine: those that calls came by so far, and any other by its name. */
export function MyQueues({ myQueues, onChange }: MyQueuesProps) {
  const seen = useRequest('calls:list-doors', {}).data?.queueNames ?? []
  const [name, setName] = useState('')
  const all = sorted([...new Set([...seen, ...myQueues])], (a, b) => a.localeCompare(b))
  const choose = (queueName: string, isMine: boolean) =>
    onChange([...myQueues.filter((it) => it !== queueName), ...(isMine ? [queueName] : [])])
  const add = () => {
    if (name.trim() === '') return
    choose(name.trim(), true)
    setName('')
  }
  return (
    <fieldset className={styles.queues}>
      <legend>{t('settings.myQueues')}</legend>
      <p className={styles.hint}>{t('settings.myQueuesHint')}</p>
      {all.map((queueName) => (
        <Checkbox
          key={queueName}
          label={queueName}
          isChecked={myQueues.includes(queueName)}
          onChange={(isMine) => choose(queueName, isMine)}
        />
      ))}
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <input
          className={inputClass}
          aria-label={t('settings.queueName')}
          placeholder={t('settings.queueName')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{t('settings.addQueue')}</Button>
      </form>
    </fieldset>
  )
}
