import { cleanText } from './clean-text.ts'

/** What a template's placeholders stand for; null where it is not known. */
export interface TemplateValues {
  readonly name: string | null
  readonly me: string | null
  readonly line: string | null
}

export const placeholderNames = ['name', 'me', 'line'] as const
type PlaceholderName = (typeof placeholderNames)[number]

const isPlaceholder = (name: string): name is PlaceholderName => placeholderNames.some((it) => it === name)

/**
 * `template` with its placeholders filled in. What is not known is left out together with the spaces and commas that stood around it;
 * placeholders that do not exist stay as they are.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  // Every second piece is a placeholder's name; what is filled in is not read again.
  const pieces = template.split(/\{(\w+)\}/u)
  const filled = pieces.reduce((text, piece, index) => {
    if (index % 2 === 1) return text
    const name = pieces[index - 1]
    if (name === undefined) return piece
    if (!isPlaceholder(name)) return `${text}{${name}}${piece}`
    const value = values[name] === null ? '' : oneLine(values[name])
    return value === '' ? joinAround(text, piece) : text + value + piece
  }, '')
  return filled.trim()
}

const oneLine = (value: string): string => cleanText(value).replace(/\s+/gu, ' ').trim()

/** What stood before and after a word that fell out. */
function joinAround(before: string, after: string): string {
  const head = before.replace(/[ \t]+$/u, '')
  const tail = after.replace(/^[ \t]+/u, '')
  const isAtStart = head === '' || /[\n([]$/u.test(head)
  if (isAtStart) return head + tail.replace(/^[,;:.][ \t]*/u, '')
  const isClosed = tail === '' || /^[\n,;:.!?)\]]/u.test(tail)
  if (isClosed) return head.replace(/[,;:][ \t]*$/u, '') + tail
  const wasApart = head !== before || tail !== after
  return wasApart ? `${head} ${tail}` : head + tail
}
