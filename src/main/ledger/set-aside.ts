import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type SetAsideLedger, setAsideLedgerSchema } from '../../shared/domain/backup.ts'

export type SetAsideReason = SetAsideLedger['reason']
const { reason: reasonSchema } = setAsideLedgerSchema.shape

export interface SetAsideFile {
  readonly file: string
  readonly reason: SetAsideReason
  readonly atMs: number
  readonly sizeBytes: number
}

/** A database's files: itself, its log, and the log's index. */
export const parts = ['', '-wal', '-shm']

/** Renames a database with its log, without which it would lack what was last written. Nothing is overwritten. */
export function setAside(file: string, reason: SetAsideReason): string {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const setAsideAs = `${file}.${reason}-${stamp}`
  // The log goes first: what is left after a crash in between is the database itself, under its own name.
  for (const part of parts.toReversed()) {
    if (existsSync(file + part)) renameSync(file + part, setAsideAs + part)
  }
  return setAsideAs
}

const setAsideName = /\.([a-z-]+)-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/

/** What was set aside of the ledger `file`, newest first. */
export function listSetAside(file: string): readonly SetAsideFile[] {
  const folder = dirname(file)
  const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.`))
  return names
    .flatMap((name) => {
      const [, word, hour, minute, second, ms] = setAsideName.exec(name) ?? []
      const reason = reasonSchema.safeParse(word)
      if (!reason.success) return []
      const path = join(folder, name)
      const atMs = Date.parse(`${hour}:${minute}:${second}.${ms}Z`)
      return [{ file: path, reason: reason.data, atMs, sizeBytes: statSync(path).size }]
    })
    .toSorted((a, b) => b.atMs - a.atMs)
}
