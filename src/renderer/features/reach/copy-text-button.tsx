import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../text/text.ts'
import { Button } from '../../ui/index.ts'
import styles from './copy-text-button.module.css'

interface CopyTextButtonProps {
  readonly text: string
  readonly label: string
  /** What it is called where its label alone would not tell it from others; holds the label. */
  readonly fullLabel?: string
  readonly isQuiet?: boolean
}

/** A button with words on it that puts `text` on the clipboard and says so until it is left. */
export function CopyTextButton({ text, label, fullLabel = label, isQuiet = false }: CopyTextButtonProps) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <Button
      kind={isQuiet ? 'quiet' : 'plain'}
      icon={isCopied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
      aria-label={isCopied ? t('app.copied') : fullLabel}
      onClick={() => void copy()}
      onBlur={() => setIsCopied(false)}
    >
      <span className={styles.labels}>
        <span aria-hidden={isCopied || undefined}>{label}</span>
        <span aria-hidden={!isCopied || undefined}>{t('app.copied')}</span>
      </span>
    </Button>
  )
}
