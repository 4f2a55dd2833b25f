import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { t } from '../text/text.ts'
import { IconButton } from './button.tsx'

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  readonly 'aria-disabled'?: boolean
}

/** Puts `text` on the clipboard and says so. */
export function CopyButton({ text, label, 'aria-disabled': isDisabled = false }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    if (isDisabled) return
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <IconButton
      label={isCopied ? t('app.copied') : label}
      icon={isCopied ? <Check size={16} /> : <Copy size={16} />}
      aria-disabled={isDisabled}
      onClick={() => void copy()}
      onBlur={() => setIsCopied(false)}
    />
  )
}
