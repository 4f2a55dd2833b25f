import type { ReactNode } from 'react'
import { t } from '../text/text.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import styles from './states.module.css'

interface LoadedProps<T> {
  readonly query: {
    readonly data: T | undefined
    readonly error: Error | null
    refetch(): unknown
  }
  readonly rows?: number
  readonly children: (data: T) => ReactNode
}

/** Shows what a query brought; until then a skeleton, and what went wrong if it brings nothing. */
export function Loaded<T>({ query, rows = 6, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) {
    return (
      <Banner
        kind="error"
        action={
          <Button kind="quiet" onClick={() => void query.refetch()}>
            {t('app.tryAgain')}
          </Button>
        }
      >
        {t('app.cannotLoad', { reason: query.error.message })}
      </Banner>
    )
  }
  return (
    <output className={styles.skeleton} aria-label={t('app.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className={styles.bone} />
      ))}
    </output>
  )
}
