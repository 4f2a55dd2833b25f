/** The words of the main process: tray, menus, notifications, and what went wrong. `{{…}}` is filled in by i18next. */
export const enMain = {
  tray: {
    listening: 'Voice360 Companion: listening',
    degraded: 'Voice360 Companion: not sure that calls reach this computer',
    deaf: 'Voice360 Companion: calls cannot reach this computer',
    ringing_one: '{{count}} call ringing',
    ringing_other: '{{count}} calls ringing',
    unread_one: '{{count}} unread message',
    unread_other: '{{count}} unread messages',
    open: 'Open Voice360 Companion',
    dialClipboard: 'Call the number on the clipboard',
    resetPopup: 'Put the pop-up back in its corner',
    quit: 'Quit'
  },
  notification: {
    incomingCall: 'Incoming call',
    incomingCallTo: 'Incoming call for {{target}}',
    messageFrom: 'Message from {{name}}'
  },
  party: { anonymous: 'No number shown', me: 'You' },
  keys: {
    rejected:
      'Voice360 does not know this key. Check that it was copied whole, from Settings → API in the portal.',
    accountUnknown:
      'There is no account {{accountId}}. The number stands in the portal under Settings → API.',
    unreachable:
      'Voice360 cannot be reached at {{host}}. Nothing was changed: check the network and try again.',
    otherKind:
      'This key neither reads a profile nor the account’s availability. Ask your administrator for another.',
    otherAccount: 'The key belongs to another person or account than the one signed in. Sign out first.',
    extensionNeeded: 'A developer key does not say who you are: choose your extension.'
  },
  api: {
    unauthorized: 'Voice360 no longer accepts the key. Enter it again in Settings.',
    forbidden: 'Voice360 does not allow this with your key: {{reason}}',
    rejected: 'Voice360 refused: {{reason}}',
    limited: 'Too many requests to Voice360 in a minute. Nothing was sent; try again in {{seconds}} s.',
    unreachable: 'Voice360 cannot be reached.',
    unexpected: 'Voice360 answered something that this app does not understand.',
    interrupted: 'the app was closed before the answer came.',
    timeout: 'Voice360 did not answer in time.',
    notWrittenDown: 'Nothing was sent: this computer could not write it down first. Is the disk full?',
    maybeSent: 'It may have gone out: {{reason}} Check before trying again.'
  },
  messages: {
    tooLong: 'Voice360 takes {{limit}} characters in one message; this has {{length}}.',
    empty: 'There is nothing to send.',
    notANumber: '{{to}} is not a number that a text can go to.',
    notMyLine: 'You cannot write from {{line}}: it is not one of your lines.',
    lineCannotSend: 'This line is not enabled for text messages.',
    alreadySent: 'This message was already sent.'
  },
  dialing: {
    nothingToCall: 'There is no number to call.',
    expired: 'This confirmation is no longer open. Start the call again.',
    noExtension: 'It is not known which extension is yours. Choose it in Settings.',
    repeated: 'You called {{number}} a moment ago. Press again to call once more.',
    signedOut: 'Sign in first.',
    tooMany: 'More than {{limit}} calls in a minute: nothing was sent. Wait a moment.'
  },
  settings: { invalid: 'This setting was not understood: {{reason}}' },
  reach: {
    unproven: 'Listening, but no event has come in yet.',
    portTaken: 'Port {{wanted}} is taken; listening on {{port}} instead.',
    cannotListen: 'No port to listen on could be opened: {{reason}}',
    starting: 'Starting.'
  },
  ledger: {
    setAside: 'Calls and messages of earlier days could not be read',
    setAsideAs: 'They were set aside, nothing was deleted: {{file}}. New ones are kept from now on.'
  },
  presence: { stale: 'Voice360 cannot be reached.' }
} as const
