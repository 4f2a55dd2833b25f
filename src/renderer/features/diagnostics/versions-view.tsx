import type { Diagnostics } from '../../../shared/domain/diagnostics.ts'
import { t } from '../../text/text.ts'
import { CopyButton } from '../../ui/index.ts'
import styles from './versions-view.module.css'

/** What the app is made of and runs on, to be copied into a message. */
export function VersionsView({ versions }: Pick<Diagnostics, 'versions'>) {
  if (versions.length === 0) return <p className={styles.none}>{t('diagnostics.versions.none')}</p>
  const text = versions.map(({ name, version }) => `${name} ${version}`).join('\n')
  return (
    <div className={styles.versions}>
      <dl>
        {versions.map(({ name, version }) => (
          <div key={name} className={styles.version}>
            <dt>{name}</dt>
            <dd data-digits>{version}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={text} label={t('diagnostics.versions.copy')} />
    </div>
  )
}
