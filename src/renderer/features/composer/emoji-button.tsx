import { Smile } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../text/text.ts'
import { IconPopover } from '../../ui/index.ts'
import { EmojiPicker } from './emoji-picker.tsx'

/** Opens the emoji; the one chosen closes them. */
export function EmojiButton({ onChoose }: { readonly onChoose: (text: string) => void }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <IconPopover
      label={t('composer.emojiButton')}
      icon={<Smile size={16} aria-hidden="true" />}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <EmojiPicker
        onChoose={(text) => {
          setIsOpen(false)
          onChoose(text)
        }}
      />
    </IconPopover>
  )
}
