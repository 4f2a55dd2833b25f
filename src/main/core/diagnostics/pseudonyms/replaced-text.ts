import type { KeyedChoice } from './keyed-choice.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** The characters beside ASCII's that an SMS can carry in seven bits, and the ASCII ones that it cannot, or only as two. */
const gsmBeyondAscii = '£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉÄÖÑÜ§¿äöñüà¡¤'
const gsmExtension = '^{}\\[~]|€'
const gsmComposed = 'èéùìòåäöñüà'
const otherComposed = 'áâãêëíîïóôõúûýÿ'
const otherLetters = 'абвгдежзклмнопрстуфхцчшщъыьэюя'
const firstSmiley = 0x1f600
const smileyCount = 80

/**
 * A text of the same length that takes the same room in an SMS: each character but spaces becomes another of its sort, so that
 * letters stay letters, what counts twice counts twice, and what needs 16 bits still does. Digits become letters.
 */
export function replacedText(text: string, choice: KeyedChoice): string {
  const composed = text.normalize('NFC')
  const replaced = Array.from(composed, (character) => replacedCharacter(character, choice)).join('')
  return composed === text ? replaced : replaced.normalize('NFD')
}

function replacedCharacter(character: string, choice: KeyedChoice): string {
  if (/\s/u.test(character)) return character
  if (gsmExtension.includes(character)) return choice.of(gsmExtension)
  const isComposed = character.normalize('NFD') !== character
  if (gsmBeyondAscii.includes(character)) return choice.of(isComposed ? gsmComposed : letters)
  if (/^[!-~]$/.test(character) && character !== '`') return choice.of(letters)
  if (character.length > 1) return String.fromCodePoint(firstSmiley + choice.below(smileyCount))
  return choice.of(isComposed ? otherComposed : otherLetters)
}
