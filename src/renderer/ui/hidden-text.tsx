import styles from './hidden-text.module.css'

/** Words for those who cannot see what stands beside them. */
export function HiddenText({ children }: { readonly children: string }) {
  return <span className={styles.hidden}>{children}</span>
}
