import type { FoundText } from '../../../shared/domain/search.ts'
import { Moment } from '../../time/index.ts'
import { PartyName } from '../../ui/index.ts'
import { MarkedText } from '../palette/index.ts'
import { shownText } from './shown-text.ts'
import styles from './thread-row.module.css'

interface FoundMessageRowProps {
  readonly found: FoundText
  /** What was looked for. */
  readonly query: string
}

/** A message whose words were found, under the name of whom it is with. */
export function FoundMessageRow({ found, query }: FoundMessageRowProps) {
  return (
    <div className={styles.found}>
      <PartyName party={found.party} className={styles.name} />
      <span className={styles.when}>
        <Moment atMs={found.atMs} />
      </span>
      <MarkedText query={query} className={styles.words}>
        {shownText(found.text)}
      </MarkedText>
    </div>
  )
}
