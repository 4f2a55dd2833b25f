import type { Settings } from '../../../shared/domain/settings.ts'
import { t } from '../../text/text.ts'
import { isApple } from '../../ui/index.ts'

interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

/**
 * What a key does in a message: sends it, begins a line that the field would not begin by itself, or what it does anyway (null).
 * While an input method composes, its Enter chooses a word.
 */
export function actOfKey(press: KeyPress, sendKey: Settings['sendKey']): 'send' | 'new-line' | null {
  if (press.key !== 'Enter' || press.isComposing || press.altKey) return null
  const isMod = press.ctrlKey || press.metaKey
  if (press.shiftKey) return null
  if (isMod) return sendKey === 'mod-enter' ? 'send' : 'new-line'
  return sendKey === 'enter' ? 'send' : null
}

/** Which key sends and which begins a line, named as the keyboard names them. */
export function describeSendKey(sendKey: Settings['sendKey']): string {
  return sendKey === 'enter'
    ? t('composer.enterSends')
    : t('composer.modEnterSends', { key: isApple() ? '⌘ Enter' : 'Ctrl+Enter' })
}
