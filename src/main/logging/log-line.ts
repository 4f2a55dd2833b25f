import { inspect } from 'node:util'

export type LogLevel = 'info' | 'warn' | 'error'

// Line breaks and other controls would forge a second line; bidirectional controls would reorder what is read.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** One event as one line of text, whatever is in it. */
export function formatLogLine(
  at: Date,
  level: LogLevel,
  message: string,
  details: Readonly<Record<string, unknown>> = {}
): string {
  const shown =
    Object.keys(details).length === 0
      ? ''
      : ` ${inspect(details, { depth: 5, breakLength: Number.POSITIVE_INFINITY, compact: true, maxStringLength: 4_000 })}`
  return `${at.toISOString()} ${level} ${message}${shown}`
}

/** Shows characters that cannot be seen by their code, so that the text stays one line and reads as it is. */
export const escapeInvisible = (text: string): string =>
  text.replaceAll(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
