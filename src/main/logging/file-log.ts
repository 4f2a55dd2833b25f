import electronLog from 'electron-log/node'
import type { Log } from '../core/ports.ts'
import type { Redactor } from '../core/redact.ts'
import { escapeInvisible, formatLogLine, type LogLevel } from './log-line.ts'

const largestFileBytes = 1024 ** 2

export interface FileLogOptions {
  /** Where the lines go; a full file is kept once more, as `{name}.old.log`. */
  readonly file: string
  readonly redactor: Redactor
  /** Whether the lines also go to the terminal. */
  readonly isVerbose: boolean
  readonly nowMs: () => number
}

/** A log in a file that never holds a secret and never two lines for one event. */
export function createFileLog({ file, redactor, isVerbose, nowMs }: FileLogOptions): Log {
  const logger = electronLog.create({ logId: file })
  const { transports } = logger
  transports.file.setAppName('voice360-companion')
  transports.file.resolvePathFn = () => file
  transports.file.maxSize = largestFileBytes
  transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  transports.file.format = '{text}'
  transports.console.format = '{text}'
  if (!isVerbose) transports.console.level = false

  const write = (level: LogLevel) => (message: string, details?: Readonly<Record<string, unknown>>) => {
    const line = formatLogLine(new Date(nowMs()), level, message, details)
    logger[level](escapeInvisible(redactor.redact(line)))
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
