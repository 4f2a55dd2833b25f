/** What the main process says of backups, and of the ledger's key. */
export const backupMain = {
  wrongPassphrase:
    'This is not the passphrase of this backup, or the file is no Voice360 backup. Nothing was changed.',
  damaged: 'The file is damaged and cannot be used. Nothing was changed. ({{reason}})',
  notABackup: 'This file is no Voice360 backup. Nothing was changed.',
  newer: 'The backup was made by a newer version of this app. Update the app first. Nothing was changed.',
  noSpace: 'There is not enough room on the disk. Nothing was changed. Free some, or choose another place.',
  noAccess: 'There is no such file or folder, or this app may not use it. Nothing was changed. ({{reason}})',
  exists: 'There is a file of that name already. It is left as it is: choose another name.',
  notAbsolute: 'Give the whole path, from the top folder on.',
  cannotEncrypt: 'This build of the app cannot encrypt, and writes nothing unencrypted instead.',
  cancelled: 'Cancelled. No backup was made.',
  other: 'That did not work. Nothing was changed. ({{reason}})',
  busy: 'A backup is being made already.',
  inMemory:
    'Calls and messages are kept in memory for this run only: there is nothing on the disk to work on.',
  noneChosen: 'Choose a backup and check it first.',
  otherAccount:
    'This backup is of account {{account}}. Sign in to that account to restore it. Nothing was changed.',
  cannotTakeBack: 'It does not open with the key in the keychain. It stays where it is.',
  restored: 'The backup was restored',
  tookBack: 'The earlier calls and messages are back',
  keyChanged: 'Calls and messages have a new key',
  setAside: 'What was here before is set aside: see Settings → Data on this computer.',
  oldKeyIsGone: 'The old key opens nothing any more, and is no longer in the keychain.',
  notDone: 'Calls and messages stay as they were'
} as const
