import type { Log } from '../../src/main/core/ports.ts'

export interface LogLine {
  readonly level: keyof Log
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

/** A log that keeps its lines for the test to read. */
export function createRecordingLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = []
  const at =
    (level: keyof Log): Log[keyof Log] =>
    (message, details = {}) =>
      void lines.push({ level, message, details })
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}
