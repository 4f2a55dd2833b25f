import type { Writable } from 'node:stream'
import type { Log } from '../../main/core/ports.ts'
import type { Redactor } from '../../main/core/redact.ts'

// What JSON leaves as it is, though a terminal or a reader would be led astray by it.
const invisible = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

/** Writes to a stream, unless so many bytes wait there already for whoever reads it: then it answers false. */
export const boundedWriter =
  (stream: Pick<Writable, 'write' | 'writableLength'>, mostBytes: number) =>
  (text: string): boolean => {
    if (stream.writableLength >= mostBytes) return false
    stream.write(text)
    return true
  }

/**
 * Writes each event as one line of JSON: `at`, `level`, `relay`, `message` and the details, secrets taken out of every text. After lines
 * that were not written, the next says how many are missing.
 */
export function createJsonLog({
  relay,
  redactor,
  nowMs,
  write
}: {
  readonly relay: string
  readonly redactor: Pick<Redactor, 'redact'>
  readonly nowMs: () => number
  /** False where the line was not taken. */
  readonly write: (line: string) => boolean
}): Log {
  let linesMissing = 0
  const redacted = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? redactor.redact(value) : value
  const at =
    (level: keyof Log): Log[keyof Log] =>
    (message, details = {}) => {
      const missing = linesMissing === 0 ? {} : { linesMissing }
      const line = { at: new Date(nowMs()).toISOString(), level, relay, message, ...details, ...missing }
      const isWritten = write(`${JSON.stringify(line, redacted).replaceAll(invisible, escaped)}\n`)
      linesMissing = isWritten ? 0 : linesMissing + 1
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('')
