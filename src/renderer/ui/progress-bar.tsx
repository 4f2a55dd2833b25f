import styles from './progress-bar.module.css'

interface ProgressBarProps {
  readonly label: string
  readonly doneCount: number
  readonly totalCount: number
}

/** How far long work is, as a bar; the words that go with it stand beside it. */
export function ProgressBar({ label, doneCount, totalCount }: ProgressBarProps) {
  return (
    <progress className={styles.bar} aria-label={label} value={doneCount} max={Math.max(1, totalCount)} />
  )
}
