import type { Log } from '../../main/core/ports.ts'
import type { Redactor } from '../../main/core/redact.ts'

// What JSON leaves as it is, though a terminal or a reader would be led astray by it.
const invisible = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

/** Writes each event as one line of JSON: `at`, `level`, `relay`, `message` and the details, secrets taken out of every text. */
export function createJsonLog({
  relay,
  redactor,
  nowMs,
  write
}: {
  readonly relay: string
  readonly redactor: Pick<Redactor, 'redact'>
  readonly nowMs: () => number
  readonly write: (line: string) => void
}): Log {
  const redacted = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? redactor.redact(value) : value
  const at =
    (level: keyof Log): Log[keyof Log] =>
    (message, details = {}) => {
      const line = { at: new Date(nowMs()).toISOString(), level, relay, message, ...details }
      write(`${JSON.stringify(line, redacted).replaceAll(invisible, escaped)}\n`)
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('')
