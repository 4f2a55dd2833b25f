import { t } from '../../text/text.ts'
import { useUiState } from '../../ui-state/index.ts'
import styles from './section-list.module.css'
import { sectionTitles } from './section-titles.ts'
import { useShownSections } from './use-shown-sections.ts'

/** What there is in Settings: each leads to its section, whose title then has the focus. */
export function SectionList() {
  const names = useShownSections()
  const seekSection = useUiState((ui) => ui.seekSection)
  return (
    <nav className={styles.list} aria-label={t('settings.sections')}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => seekSection(name)}>
              {t(sectionTitles[name])}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
