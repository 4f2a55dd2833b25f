import type { BackupContents, LedgerState } from '../../src/shared/domain/backup.ts'
import { succeeded } from '../../src/shared/domain/failure.ts'
import type { Answers } from './scripted-bridge.ts'

const dayMs = 86_400_000

export const keptLedger: LedgerState = {
  protection: 'encrypted',
  step: null,
  proposedPath: null,
  setAside: []
}

export const backupContents = (nowMs: number): BackupContents => ({
  madeAtMs: nowMs - 3 * dayMs,
  appVersion: '0.1.0',
  accountId: 61,
  callCount: 4_812,
  messageCount: 1_377,
  contactCount: 312,
  fromMs: nowMs - 400 * dayMs,
  toMs: nowMs - 3 * dayMs
})

type BackupAnswers = Pick<Answers, Extract<keyof Answers, `backup:${string}`>>

export const scriptedBackup = (nowMs: number): BackupAnswers => ({
  'backup:get-state': () => keptLedger,
  'backup:make-backup': () =>
    succeeded({ file: '/home/ada/Documents/Voice360 backup 2026-11-27.v360backup' }),
  'backup:cancel-backup': () => ({ ok: true }),
  'backup:choose-backup': ({ path }) => path ?? '/home/ada/Documents/Voice360 backup 2026-11-24.v360backup',
  'backup:check-backup': () => succeeded(backupContents(nowMs)),
  'backup:restore-backup': () => succeeded({ ok: true }),
  'backup:take-back': () => succeeded({ ok: true }),
  'backup:change-key': () => succeeded({ ok: true })
})
