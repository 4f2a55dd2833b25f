import { useId, useState } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import {
  type CrmFields,
  type CrmProblem,
  crmFieldNames,
  makeCrmLink
} from '../../../shared/domain/crm-link.ts'
import { t } from '../../text/text.ts'
import { Button, Field, inputClass } from '../../ui/index.ts'
import styles from './crm-section.module.css'
import { Setting } from './setting.tsx'
import { SettingsSection } from './settings-section.tsx'

interface CrmFormProps {
  readonly saved: string
  readonly onSave: (template: string) => void
}

const example: CrmFields = {
  number: '+15551234567',
  digits: '15551234567',
  name: 'Anna Meier',
  company: 'Acme & Co',
  line: '+15551112222',
  queue: 'Sales',
  extension: '1001',
  callId: 'a1b2c3'
}

/** Where a caller is opened in the CRM; taken over once it makes an address, which stands below while it is typed. */
export function CrmSection() {
  return (
    <SettingsSection name="crm">
      <Setting name="crmTemplate">{(saved, change) => <CrmForm saved={saved} onSave={change} />}</Setting>
    </SettingsSection>
  )
}

function CrmForm({ saved, onSave }: CrmFormProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const previewId = useId()
  const template = (typed ?? saved).trim()
  const link = template === '' ? null : makeCrmLink(template, example)
  const isChanged = typed !== null && template !== saved
  const save = () => {
    if (link?.ok === false) return
    onSave(template)
    setTyped(null)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field
        label={t('settings.crmTemplate')}
        hint={t('settings.crmHint', { fields: crmFieldNames.map((name) => `{${name}}`).join(' ') })}
        problem={link?.ok === false ? wordsOf(link.problem) : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            className={inputClass}
            type="url"
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            maxLength={500}
            placeholder="https://crm.example.com/people?phone={number}"
            value={typed ?? saved}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {link?.ok && (
        <p className={styles.preview} aria-labelledby={previewId}>
          <span id={previewId}>{t('settings.crmPreview')}</span> <code>{link.url}</code>
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={!isChanged || link?.ok === false}>
          {t('settings.crmSave')}
        </Button>
        {isChanged && <Button onClick={() => setTyped(null)}>{t('app.cancel')}</Button>}
      </div>
    </form>
  )
}

function wordsOf(problem: CrmProblem): string {
  switch (problem.kind) {
    case 'not-https':
      return t('settings.crmNotHttps')
    case 'has-credentials':
      return t('settings.crmHasCredentials')
    case 'no-fixed-host':
      return t('settings.crmNoFixedHost')
    case 'unknown-field':
      return t('settings.crmUnknownField', { field: `{${problem.field}}` })
    case 'stray-brace':
      return t('settings.crmStrayBrace')
    default:
      return assertNever(problem)
  }
}
