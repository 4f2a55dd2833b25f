import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { fillTemplate } from '../composer/index.ts'
import styles from './templates-editor.module.css'

/** What a template becomes, for someone with a name and for a number without one. */
export function TemplatePreview({ body }: { readonly body: string }) {
  const session = useRequest('session:get-session', {}).data
  const line = useRequest('messages:list-lines', {}).data?.[0]
  const me = session?.status === 'signed-in' ? (session.me?.name ?? null) : null
  const values = { me, line: line?.friendlyName ?? line?.display ?? null }
  if (body.trim() === '') return null
  return (
    <dl className={styles.preview}>
      <dt>{t('messageSettings.previewNamed')}</dt>
      <dd dir="auto">{fillTemplate(body, { ...values, name: 'Anna Meier' })}</dd>
      <dt>{t('messageSettings.previewNameless')}</dt>
      <dd dir="auto">{fillTemplate(body, { ...values, name: null })}</dd>
    </dl>
  )
}
