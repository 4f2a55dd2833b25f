import { t } from '../../text/text.ts'
import type { Refusal } from './read-press.ts'
import { showKeys } from './show-keys.ts'

/** Why the pressed keys cannot be had, in words. */
export function refusalText(
  { refusal, accelerator }: { readonly refusal: Refusal; readonly accelerator: string | null },
  onMac: boolean
): string {
  const [first, second] = onMac ? ['⌘', '⌥'] : ['Ctrl', 'Alt']
  const mainKeys = t('hotkeys.mainKeys', { first, second })
  const keys = showKeys(accelerator ?? '', onMac)
  switch (refusal) {
    case 'unknown-key':
      return t('hotkeys.refused.unknown-key')
    case 'no-modifier':
    case 'types-character':
    case 'windows-key':
      return t(`hotkeys.refused.${refusal}`, { mainKeys })
    case 'system':
    case 'editing':
    case 'programs':
    case 'app':
      return t(`hotkeys.refused.${refusal}`, { keys })
  }
}
