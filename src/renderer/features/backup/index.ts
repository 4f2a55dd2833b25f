export { ChangeKey } from './change-key.tsx'
export { MakeBackup } from './make-backup.tsx'
export { RestoreBackup } from './restore-backup.tsx'
export { TakeBack } from './take-back.tsx'
