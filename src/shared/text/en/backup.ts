/** Backups, and how the ledger is kept. */
export const backup = {
  protection: 'Protection',
  encrypted: 'Encrypted; the key is in the keychain.',
  'not-encrypted':
    'Not encrypted: either this build of the app cannot, or there was no room on the disk to do it. It is tried again at the next start.',
  'in-memory': 'In memory for this run only; nothing is on the disk.',
  changeKey: 'Change the key…',
  changeKeyTitle: 'Change the key of calls and messages?',
  changeKeyText:
    'Everything is encrypted anew with a key made now, for instance because the old one may have become known. The app restarts meanwhile; calls that come in these seconds are shown as a gap. Backups keep their passphrases.',
  changeKeyConfirm: 'Change the key',

  make: 'Back up',
  makeHint: 'One file with calls, messages, notes, contacts and settings, without API keys.',
  makeButton: 'Back up…',
  makeTitle: 'Back up calls and messages',
  passphrase: 'Passphrase',
  passphraseHint:
    'At least {{count}} characters. Without it nobody can open the backup, and nobody can reset it.',
  repeat: 'The same passphrase again',
  tooShort: '{{count}} characters at least.',
  notTheSame: 'The two are not the same.',
  path: 'File on this computer',
  save: 'Save backup',
  chooseAndSave: 'Choose where and save…',
  step: {
    copying: 'Copying… (1 of 3)',
    encrypting: 'Encrypting with your passphrase… (2 of 3)',
    checking: 'Checking every page… (3 of 3)'
  },
  progress: 'How far the backup is',
  saved: 'Saved and checked: {{file}}',

  restore: 'Restore a backup',
  restoreHint: 'Puts a backup in the place of what is here, which is set aside and can be taken back.',
  restoreButton: 'Restore…',
  restoreTitle: 'Restore a backup',
  choose: 'Choose the file…',
  chosen: 'File',
  check: 'Check the backup',
  checking: 'Checking…',
  madeAt: 'Made',
  madeBy: 'with version {{version}}',
  account: 'Account',
  noAccount: 'none',
  holds: 'Holds',
  calls_one: '{{count}} call',
  calls_other: '{{count}} calls',
  messages_one: '{{count}} message',
  messages_other: '{{count}} messages',
  contacts_one: '{{count}} contact',
  contacts_other: '{{count}} contacts',
  span: 'Events from',
  until: '{{from}} to {{to}}',
  nothingYet: 'none',
  restoreFacts:
    'What is here now is set aside, not deleted; what came after the backup is then not shown. Settings become those of the backup. The app restarts.',
  restoreConfirm: 'Restore it',

  setAside: {
    unreadable: 'Set aside: damaged',
    'other-key': 'Set aside: another key',
    'before-restore': 'Set aside before a restore'
  },
  why: {
    unreadable: 'Calls and messages could not be read. The file is kept as it was found.',
    'other-key':
      'The key in the keychain did not open it: it is lost or another one, or the file is damaged. Nothing was deleted. With the right key back in the keychain it can be taken back after a restart.',
    'before-restore': 'What was here before something else took its place.'
  },
  file: '{{name}}, {{size}} MB',
  takeBack: 'Take back…',
  takeBackOf: 'Take back {{name}}',
  takeBackTitle: 'Take these calls and messages back?',
  takeBackText: 'What is here now is set aside in their place, not deleted. The app restarts.',
  takeBackConfirm: 'Take back'
} as const
