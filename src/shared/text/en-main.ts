import { backupMain as backup } from './en/backup-main.ts'
import { teamMain as team } from './en/team-main.ts'

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
    missed_one: '{{count}} missed call',
    missed_other: '{{count}} missed calls',
    quietUntil: 'Quiet until {{time}} (this app only)',
    quietUntilOff: 'Quiet until you turn it off (this app only)',
    quiet: 'Do not disturb, this app only',
    quietFor: {
      'half-hour': '30 minutes',
      hour: '1 hour',
      'four-hours': '4 hours',
      tomorrow: 'Until tomorrow, 08:00',
      'until-off': 'Until I turn it off'
    },
    quietOff: 'Turn off',
    open: 'Open Voice360 Companion',
    dialClipboard: 'Call the number on the clipboard',
    recent: 'Call again',
    resetPopup: 'Put the pop-up back in its corner',
    quit: 'Quit'
  },
  links: {
    firstOnly_one: 'Only the first is written to: the link names {{count}} more',
    firstOnly_other: 'Only the first is written to: the link names {{count}} more',
    firstOnlyBody: 'Messages go to one number at a time here. Nothing was sent.'
  },
  fault: {
    restarted: 'Voice360 Companion had to restart',
    restartedBody: 'Something went wrong. A call or message that was on its way is marked in the history.',
    title: 'Voice360 Companion needs you',
    again: 'Voice360 Companion does not work properly',
    againDetail:
      'It restarted a moment ago, and something went wrong again. Until you restart it, calls may not be shown. The log says what happened.',
    restart: 'Restart',
    quit: 'Quit'
  },
  queues: {
    signedOut: 'Sign in to see the queues.',
    claimedBy: '{{name}} is on it since {{time}}.',
    doneBy: '{{name}} is done with it since {{time}}.',
    left: 'A colleague changed this a moment ago. Look again, and try once more.',
    teamOffline: 'The team cannot be reached now, so nobody would know. Nothing was changed.'
  },
  notification: {
    colleagueFree: '{{name}} is free',
    nobodyInQueue: '{{queue}}: nobody available',
    nobodyInQueueFor_one: 'for {{count}} minute',
    nobodyInQueueFor_other: 'for {{count}} minutes',
    incomingCall: 'Incoming call',
    incomingCallTo: 'Incoming call for {{target}}',
    missedCallFrom: 'Missed call from {{name}}',
    messageFrom: 'Message from {{name}}',
    messages_one: '{{name}} · {{count}} message',
    messages_other: '{{name}} · {{count}} messages',
    reply: 'Reply',
    replyNotSent: 'Your reply to {{name}} was not sent. It is kept as a draft',
    replyMaybeSent: 'Your reply to {{name}} may have been sent',
    scheduledHeld_one: '{{count}} scheduled message waits for you',
    scheduledHeld_other: '{{count}} scheduled messages wait for you',
    scheduledHeldBody: 'They were not sent. Look at each, and send it or take it away.',
    scheduledRefused: 'The scheduled message to {{name}} was refused',
    scheduledMaybeSent: 'The scheduled message to {{name}} may have been sent'
  },
  crm: {
    none: 'No CRM is set. Enter its address in Settings.',
    unknownField: 'The CRM’s address in Settings names a field that there is not: {{field}}',
    badTemplate: 'The CRM’s address in Settings cannot be used. Look at it there.',
    notOpened: 'No browser could be started to open the CRM.'
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
    otherPerson:
      'The key belongs to another person of account {{accountId}} than the one signed in. Sign out of it first.',
    accountSignedOut: 'Account {{accountId}} is signed out: enter a key of it.',
    left: 'You are signed out, but the {{store}} did not let the keys of account {{accountId}} be deleted. They are deleted at the next start with it unlocked.',
    lost: 'No key of account {{accountId}} was found ({{store}}). Enter it again.',
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
    alreadySent: 'This message was already sent.',
    stopped: '{{to}} asked for no more messages on {{when}}.',
    tooMany: 'More than {{limit}} messages in a minute: nothing was sent. Try again in {{seconds}} s.',
    timePassed: 'This time has passed. Choose a later one.',
    timeTooFar: 'Choose a time within a year.',
    scheduleGone: 'This message waits no longer: it was sent or taken away.',
    held: {
      appWasClosed: 'Not sent: the app was not running at its time.',
      late: 'Not sent: this computer was asleep or busy at its time.',
      partBeforeHeld: 'Not sent: the part before it waits too.',
      partBeforeRefused: 'Not sent: the part before it was refused.',
      partBeforeUnknown: 'Not sent: it is not known whether the part before it went out.',
      partBeforeGone: 'Not sent: the part before it is no longer there.'
    },
    link: {
      gone: 'This address does not stand in the message.',
      notHttps:
        'Only addresses that begin with https:// are opened from here: others can be read and changed on the way. You can copy it.',
      notOpened: 'No browser could be started to open it. You can copy the address.'
    },
    import: {
      noColumn: 'There is no column “{{column}}”. Only files that this app exported can be imported.',
      wrongCells: 'This row has more or fewer cells than the first one.',
      rowTooLong: 'A row of this file is longer than a message can be. Is a quotation mark not closed?',
      brokenJson: 'This file is broken or cut off: nothing of it was taken. Export it again.',
      notOurs: 'This file does not hold messages that this app exported.',
      newerVersion: 'This file was written by another version of this app, which this one cannot read.',
      empty: 'There are no messages in this file.',
      noMessage: 'This is no message.',
      badField: '“{{field}}” is missing, or says nothing that can be understood.',
      noTime: '“{{text}}” is not a time with its time zone, as in 2026-01-31T14:30:00Z.',
      timeAhead: '“{{text}}” lies ahead.',
      otherDirection: 'Its state does not go with its direction.',
      bodyTooLong: 'The text is longer than {{limit}} characters.'
    }
  },
  dialing: {
    nothingToCall: 'There is no number to call.',
    expired: 'This confirmation is no longer open. Start the call again.',
    noExtension: 'It is not known which extension is yours. Choose it in Settings.',
    signedOut: 'Sign in first.',
    tooMany: 'More than {{limit}} calls in a minute: nothing was sent. Wait a moment.',
    unsureTitle: 'A call to {{who}} may have gone out',
    unsureBody: 'The app ended before Voice360 answered. Look at your phone before calling again.',
    tooLate: 'Not called: this computer slept while the seconds ran down.',
    noCountry: 'its digits do not tell where',
    caution: {
      foreign: 'This number is abroad: {{country}}.',
      premium: 'This is a premium number: calls to it cost more.',
      'feature-code': 'This is a feature code: it may switch something at the phone system.',
      emergency: 'This is an emergency number. Your own phone rings first: dialing it there is faster.',
      repeated_one: 'You called this number {{count}} second ago.',
      repeated_other: 'You called this number {{count}} seconds ago.',
      unsure: 'A call to this number may have gone out already: look at your phone first.',
      'phone-offline': 'The phone of extension {{extension}} is not registered: it cannot ring.',
      'on-a-call': 'You are on a call with {{other}}.',
      'extension-by-hand': 'Key in {{extension}} yourself once they answer.'
    }
  },
  calls: {
    gone: 'This call is no longer there. It may have been deleted.',
    noteChanged: '{{name}} wrote at {{time}}: “{{note}}”. Your words are kept on this computer, not shared.',
    noteRemoved:
      '{{name}} took this note away at {{time}}. Your words are kept on this computer, not shared.',
    outcomeChanged: '{{name}} chose “{{outcome}}” at {{time}}.',
    outcomeRemoved: '{{name}} took the outcome away at {{time}}.',
    notShared: 'The team cannot be reached. This is kept on this computer, and not shared.'
  },
  events: {
    forgotten: 'What this event told was deleted.',
    notUnderstood: 'Nothing tells which call or message this is about.',
    call: '{{what}} from {{from}} to {{to}}.',
    message: '{{what}} from {{from}} to {{to}}.',
    extension: 'At extension {{extension}}.',
    queue: 'Queue {{queueName}}.',
    withoutId: 'Without an id: joined to its call by numbers and time.',
    nobody: 'somebody not named',
    placed: 'Call placed from here',
    incoming: 'Incoming call',
    dialed: 'Outgoing call',
    answered: 'Call answered',
    'hung-up': 'Call hung up',
    ended: 'Call ended',
    'queue-no-answer': 'Queue call that nobody answered',
    'queue-timed-out': 'Queue call that waited too long',
    'queue-abandoned': 'Queue call whose caller hung up',
    gone: 'Call no longer seen',
    expired: 'Call that lasted too long',
    seen: 'Call seen by presence',
    received: 'Message received',
    intended: 'Message written here',
    accepted: 'Message accepted',
    refused: 'Message refused',
    unknown: 'Message that may have gone out',
    sent: 'Message sent',
    delivered: 'Message delivered'
  },
  contacts: {
    empty: 'Enter a name or a number.',
    notStored: 'This could not be stored. Is the disk full?',
    gone: 'This contact is no longer there.',
    teamOffline: 'The team cannot be reached now. Nothing was changed.',
    number: {
      unreadable: '“{{text}}” is not a phone number.',
      wrongLength: '“{{text}}” has too few or too many digits for a phone number.',
      several: '“{{text}}” holds more than one number. Give each a column of its own.',
      withheld: '“{{text}}” stands for a caller without a number.',
      rounded:
        '“{{text}}” was shortened by a spreadsheet. Make the column text there, and save the file again.'
    },
    label: { mobile: 'Mobile', work: 'Work', home: 'Home', main: 'Main', car: 'Car' },
    import: {
      column: 'Column {{number}}',
      noName: 'There is no name.',
      noNumber: 'There is no number.',
      nameTooLong: 'The name is longer than {{limit}} characters.',
      tooManyNumbers: 'There are more than {{limit}} numbers.',
      tooManyNumbersInAll: 'With these the contact would have too many numbers.',
      unreadableText: 'Some characters cannot be read. Save the file as UTF-8 and try again.',
      leftOut: '{{reason}} It was left out; the rest of this row is taken.',
      cardWithoutEnd: 'The card has no end.',
      brokenCard: 'The card cannot be read: {{reason}}',
      unknownCharset: 'The card is written in a character set that is not known: {{charset}}',
      rowTooLong: 'A row of this file is longer than a contact can be. Is a quotation mark not closed?',
      tooManyRows: 'This file has more than {{limit}} rows. Split it and import the parts.',
      empty: 'There are no contacts in this file.',
      superseded: 'Another file was chosen meanwhile.',
      gone: 'This file is to be read again: choose it once more.',
      running: 'An import is running. Wait for it or cancel it.',
      failed: 'The import broke off. What was stored until then is kept.'
    }
  },
  settings: {
    invalid: 'This setting was not understood: {{reason}}',
    locked: 'This is set by your administrator, in {{path}}.'
  },
  policy: {
    unreadable:
      'It cannot be read ({{path}}). Nothing of it is applied, and what may be dialed is locked at the strictest.',
    otherOwner:
      'It does not belong to the administrator ({{path}} and its folder have to). Nothing of it is applied, and what may be dialed is locked at the strictest.',
    writableByOthers:
      'Others than the administrator can write it ({{path}} or its folder). Nothing of it is applied, and what may be dialed is locked at the strictest.',
    notJson:
      'It is no JSON object ({{path}}). Nothing of it is applied, and what may be dialed is locked at the strictest.',
    otherVersion:
      'It does not say version 1 ({{path}}). Nothing of it is applied, and what may be dialed is locked at the strictest.',
    unknown: '“{{name}}” is not known and not applied.',
    wrong: '“{{name}}” is not applied: {{reason}}',
    otherAccount: 'Your administrator has set this computer up for account {{accountId}}.'
  },
  updates: {
    unreachable: 'The server that has newer versions cannot be reached.',
    unpublished: 'No version is published for this channel and this system.',
    notGenuine: 'What was fetched is not what was published. It was thrown away.',
    otherTrouble: 'It did not succeed. The log says more.'
  },
  reach: {
    locked: 'The way is set by your administrator.',
    unproven: 'Listening, but no event has come in yet.',
    portTaken: 'Port {{wanted}} is taken; listening on {{port}} instead.',
    cannotListen: 'No port to listen on could be opened: {{reason}}',
    starting: 'Starting.',
    tunnelStarting: 'The tunnel is being opened.',
    unchecked: 'Whether calls get here is being checked.',
    addressChanged:
      'The public address became another: the eleven webhooks in the portal point to the old one.',
    addressNow: 'Enter the new address in the portal: {{address}}',
    oldToken: 'Webhooks that still use the old secret are taken too, for a day at most.',
    secretNeeded: 'Enter the token: there is none in the keychain.',
    keychain: 'The keychain of this computer does not work. Nothing was changed.',
    noSimulator: 'There is no simulator here. Real events come from Voice360 alone.',
    simulatorRefused: 'The simulator could not send this event now. Try again in a moment.',
    trouble: {
      'no-program': '{{program}} was not found on this computer.',
      'no-secret': 'The tunnel’s token is missing: enter it in Settings.',
      refused: 'The tunnel was refused: look in Settings at what is entered for it.',
      'unknown-host-key':
        'The server’s key is not known here, or is another one than before: connect to it once in a terminal.',
      'remote-port-taken': 'The port on the server is taken by something else.',
      'no-network': 'This computer has no network.',
      'no-connection': 'The tunnel’s other end cannot be reached.',
      ended: 'The tunnel stopped.'
    },
    troubleSaid: '{{reason}} It said: “{{said}}”',
    check: {
      nameNotFound: 'There is no address by the name {{host}}.',
      noNames: 'The name {{host}} could not be looked up: is there a network?',
      refused: 'Nothing answers at {{host}}.',
      brokenOff: '{{host}} broke off the connection.',
      noNetwork: 'No network leads to {{host}}.',
      timedOut: '{{host}} did not answer in time.',
      notSecure: '{{host}} cannot prove that it is what it says: its certificate is not valid.',
      redirected: 'Something else answers at {{host}}: it points to another address.',
      guarded: 'Something at {{host}} lets no webhook pass: it asks who is there ({{status}}).',
      unknownHere: 'Something else answers at {{host}}: it does not know this computer’s address (404).',
      nothingBehind: '{{host}} answers, but does not get through to this computer ({{status}}).',
      strange: 'Something else answers at {{host}} ({{status}}).',
      elsewhere: 'Another computer answers at {{host}}: the test was taken there and did not get here.',
      answerLost: 'What is sent to {{host}} gets here, but the answer is lost on the way back ({{status}}).',
      other: 'The test could not be sent to {{host}}.'
    }
  },
  diagnostics: {
    file: {
      about: 'Versions, how calls reach this computer, and settings without anything personal',
      requests: 'The last requests from Voice360, and what became of them',
      apiCalls: 'The last requests to Voice360',
      webhooks: 'Which events come in, and how',
      gaps: 'When this app could not hear',
      log: 'The end of the log',
      events_one: '{{count}} event, with made-up names, numbers and texts',
      events_other: 'The newest {{count}} events, with made-up names, numbers and texts'
    }
  },
  start: {
    wrongPassphrase: 'This is not the passphrase that your keys were sealed with.',
    tooShort: 'A passphrase needs at least {{count}} characters.',
    notWaiting: 'It is settled already where your keys are kept.',
    noVault: 'There is no vault in use.',
    vaultDamaged:
      'The vault could not be read. It was set aside unchanged, as {{file}}. Your keys have to be entered again.',
    notMoved: 'The keychain did not take the keys as they are. They are still in the vault.',
    trouble: {
      'no-keychain': 'No keychain answers on this computer ({{keychain}}).',
      'keychain-locked': 'The {{keychain}} is locked. Unlock it and try again.',
      'keychain-denied': 'The {{keychain}} stayed locked, or did not let this app in.',
      'keychain-slow': 'The {{keychain}} does not answer.'
    }
  },
  ledger: {
    setAside: 'Calls and messages of earlier days could not be read',
    damaged: 'A part of your calls and messages was damaged on the disk',
    carriedOver_one:
      'What could be read is here again ({{count}} event). The damaged file was set aside, nothing was deleted: {{file}}.',
    carriedOver_other:
      'What could be read is here again ({{count}} events). The damaged file was set aside, nothing was deleted: {{file}}.',
    keyLost:
      'Their key is no longer in the keychain. They are set aside, nothing is deleted: {{file}}. Once the key is back, Settings → Data on this computer takes them back.',
    otherKey:
      'The key in the keychain is another one, or the file is damaged. They are set aside, nothing is deleted: {{file}}. With the right key, Settings → Data on this computer takes them back.'
  },
  backup,
  team,
  relayNews: {
    silent: 'The team’s relay is not heard.',
    unauthorized: 'Voice360 no longer accepts the key of the team’s relay.',
    limited: 'The team’s relay has asked Voice360 too often and waits.',
    unreachable: 'The team’s relay cannot reach Voice360.',
    timeout: 'Voice360 did not answer the team’s relay in time.',
    unread: 'The team’s relay cannot read this from Voice360.',
    unshared: 'What the team’s relay has read does not reach this app.'
  },
  presence: { stale: 'Voice360 cannot be reached.' }
} as const
