import { kindOfAddress, type ReadAddress } from '../numbers/index.ts'
import type { TextKey } from '../translate.ts'

export type ContactNumber =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly problem: Extract<TextKey, `contacts.number.${string}`> }

// What spreadsheets put around a number to keep it a text, and what comes along when one is copied.
const wrapping = /^[\s='"\p{Cf}\p{Cc}]+|[\s'"\p{Cf}\p{Cc}]+$/gu
const rounded = /^\d+[.,]?\d*e\+?\d+$/i

/** No number is longer; a longer text is not looked at, since some of what looks at it takes far longer for it. */
const maxTextLength = 64

/** Reads what a person or a file calls a number: a phone number or an extension. */
export function readContactNumber(text: string, readAddress: ReadAddress): ContactNumber {
  if (text.length > maxTextLength) return { ok: false, problem: 'contacts.number.unreadable' }
  const plain = text
    .replace(wrapping, '')
    .replace(/^tel:/i, '')
    .replace(/;ext=.*$/i, '')
  if (rounded.test(plain)) return { ok: false, problem: 'contacts.number.rounded' }
  const address = readAddress(plain)
  const kind = kindOfAddress(address)
  if (kind === 'number' || kind === 'extension') return { ok: true, address }
  if (kind === 'anonymous') return { ok: false, problem: 'contacts.number.withheld' }
  if (isSeveral(plain, readAddress)) return { ok: false, problem: 'contacts.number.several' }
  const isShort = /^[\d\s()./-]+$/.test(plain)
  return { ok: false, problem: isShort ? 'contacts.number.wrongLength' : 'contacts.number.unreadable' }
}

/** Whether whole numbers stand side by side: a lone stroke also stands within one, as in 030/1234567. */
function isSeveral(text: string, readAddress: ReadAddress): boolean {
  const parts = text.split(/[/;,|\n]|\b(?:or|and|oder|und)\b/iu).filter((part) => part.trim() !== '')
  return parts.length > 1 && parts.every((part) => kindOfAddress(readAddress(part.trim())) === 'number')
}
