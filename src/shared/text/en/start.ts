/** What stands between the start of the process and the app: where the keys are kept. */
export const start = {
  title: 'Where should your keys be kept?',
  titleVault: 'Enter your passphrase',
  reason: {
    'no-keychain': 'No keychain answers on this computer ({{keychain}}).',
    'keychain-locked':
      'The {{keychain}} is locked. Unlock it in the window it has opened: the app then goes on by itself.',
    'keychain-denied':
      'The {{keychain}} stayed locked, or did not let this app in. Try again, and allow it when it asks.',
    'keychain-slow': 'The {{keychain}} does not answer. The app goes on by itself as soon as it does.',
    passphrase: 'Your keys are in a vault on this computer. Only your passphrase opens it.',
    'vault-damaged':
      'The vault could not be read and was set aside, unchanged. Your keys have to be entered again.'
  },
  tryKeychain: 'Try the keychain again',
  trying: 'Asking the keychain …',
  orPassphrase: 'Or keep them in a vault',
  vaultFacts:
    'A file on this computer, sealed by a passphrase that the app asks for at each start. Nobody can recover it.',
  passphrase: 'Passphrase',
  passphraseHint: 'At least {{count}} characters. Several words are easier to keep in mind.',
  repeat: 'Passphrase once more',
  notTheSame: 'The two are not the same.',
  tooShort: 'Use at least {{count}} characters.',
  makeVault: 'Make the vault',
  openVault: 'Open the vault',
  sealing: 'Sealing …',
  unsealing: 'Opening …',
  orMemory: 'Or keep nothing',
  useMemory: 'This run only',
  useMemoryFacts:
    'Keys, calls and messages are then kept in memory and gone when the app ends. Nothing that was kept before is touched.',
  failedTitle: 'The app could not start',
  startAgain: 'Start again',
  failed: 'What went wrong: {{message}}',
  memory: 'This run only',
  memoryFacts: 'Keys, calls and messages are in memory and gone when the app ends.',
  vault: 'Vault',
  chooseAgain: 'Choose again',
  chooseAgainTitle: 'Choose again where keys are kept?',
  chooseAgainText:
    'The app starts anew and asks the keychain. What is in memory now (keys, calls, messages) is gone then.',
  changePassphrase: 'Change passphrase',
  currentPassphrase: 'Passphrase now',
  nextPassphrase: 'New passphrase',
  passphraseChanged: 'The passphrase is changed.',
  moveToKeychain: 'Move to the keychain',
  moveToKeychainHint:
    'Keys are written to the {{keychain}} and read back before the vault is deleted. The app starts anew.'
} as const
