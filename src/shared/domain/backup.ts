import { z } from 'zod'

/** What a backup says of itself; it can be read with its passphrase alone. */
export const backupContentsSchema = z.object({
  madeAtMs: z.number(),
  appVersion: z.string(),
  /** Null where nobody was signed in. */
  accountId: z.number().int().nullable(),
  callCount: z.number().int(),
  messageCount: z.number().int(),
  contactCount: z.number().int(),
  /** When its first and last event came; null where there are none. */
  fromMs: z.number().nullable(),
  toMs: z.number().nullable()
})
export type BackupContents = z.infer<typeof backupContentsSchema>

/** The steps of making a backup, in their order. */
export const backupStepSchema = z.enum(['copying', 'encrypting', 'checking'])
export type BackupStep = z.infer<typeof backupStepSchema>
export const backupSteps = backupStepSchema.options

export const setAsideLedgerSchema = z.object({
  /** The file's name, in the folder of the app's data. */
  name: z.string(),
  reason: z.enum(['unreadable', 'other-key', 'before-restore']),
  atMs: z.number(),
  sizeBytes: z.number(),
  /** Whether it opens with the key of now. */
  canBeTakenBack: z.boolean()
})
export type SetAsideLedger = z.infer<typeof setAsideLedgerSchema>

/** How the ledger lies on this computer. */
export const ledgerStateSchema = z.object({
  protection: z.enum(['encrypted', 'not-encrypted', 'in-memory']),
  /** The backup that is being made; null where none is. */
  step: backupStepSchema.nullable(),
  /** Where the host has no dialogs, the page asks for a file's path and proposes this one. */
  proposedPath: z.string().nullable(),
  /** Newest first. */
  setAside: z.array(setAsideLedgerSchema).readonly()
})
export type LedgerState = z.infer<typeof ledgerStateSchema>
