/** What stands between the start of the process and the app: where the keys are kept. */
export const start = {
  title: 'Where should your keys be kept?',
  reason: {
    'no-keychain': 'This computer has no keychain that answers ({{keychain}}).',
    'keychain-locked': 'The {{keychain}} is locked.',
    'keychain-denied': 'The {{keychain}} did not let this app in.',
    'keychain-slow': 'The {{keychain}} does not answer.',
    passphrase: 'Your keys are sealed by a passphrase.'
  },
  tryKeychain: 'Try the keychain again',
  useMemory: 'Keep them for this run only',
  useMemoryFacts:
    'Keys, calls and messages are then kept in memory and gone when the app ends. Nothing that was kept before is touched.',
  failed: 'The app could not be started again: {{message}}'
} as const
