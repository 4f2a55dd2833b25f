import { backup } from './en/backup.ts'
import { calls } from './en/calls.ts'
import { composer } from './en/composer.ts'
import { contacts } from './en/contacts.ts'
import { diagnostics } from './en/diagnostics.ts'
import { dialing } from './en/dialing.ts'
import { eventReading } from './en/event-reading.ts'
import { hotkeys } from './en/hotkeys.ts'
import { importing } from './en/importing.ts'
import { links } from './en/links.ts'
import { messages } from './en/messages.ts'
import { palette } from './en/palette.ts'
import { popup } from './en/popup.ts'
import { presence } from './en/presence.ts'
import { queues } from './en/queues.ts'
import { reach } from './en/reach.ts'
import { relay } from './en/relay.ts'
import { settings } from './en/settings.ts'
import { start } from './en/start.ts'
import { threads } from './en/threads.ts'
import { updates } from './en/updates.ts'

/** Every word the pages show, in the form i18next reads: `{{name}}` is a value, `_one` and `_other` are plural forms. */
export const en = {
  app: {
    stopped: 'The app behind this page stopped. Start it again: npm start -- --browser',
    back: 'Back',
    close: 'Close',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    loading: 'Loading',
    cannotLoad: 'This could not be loaded: {{reason}}',
    somethingBroke: 'This part of the window stopped working.',
    reload: 'Reload the window'
  },
  rail: {
    label: 'Sections',
    calls: 'Calls',
    messages: 'Messages',
    team: 'Team',
    queues: 'Queues',
    contacts: 'Contacts',
    settings: 'Settings',
    unread_one: '{{count}} unread message',
    unread_other: '{{count}} unread messages',
    missed_one: '{{count}} missed call',
    missed_other: '{{count}} missed calls'
  },
  status: {
    label: 'Status',
    listening: 'listening',
    degraded: 'not sure',
    deaf: 'not listening',
    unknown: 'checking',
    extension: 'ext {{extension}}',
    userKey: 'user key',
    developerKey: 'developer key',
    keyRejected: 'key rejected',
    bothKeys: 'user + developer key',
    rate: 'rate {{remaining}}/{{limit}}',
    thisRunOnly: 'this run only',
    thisRunOnlyFacts:
      'Keys, calls and messages are kept in memory and gone when the app ends. Settings can change that.',
    rateLeft: {
      developer:
        '{{remaining}} of {{limit}} requests are left this minute, for everyone with the same developer key.',
      user: '{{remaining}} of {{limit}} requests are left this minute, for everything that has your user key.',
      public:
        '{{remaining}} of {{limit}} requests without a key are left this minute, for everyone at your internet address.'
    },
    browserHost: 'browser host',
    browserHostFacts:
      'In a browser tab there is no tray icon, no hotkey and no pop-up window: callers show in this page.'
  },
  time: {
    now: 'just now',
    minutesAgo_one: '{{count}} min ago',
    minutesAgo_other: '{{count}} min ago',
    today: 'Today',
    yesterday: 'Yesterday',
    span: '{{from}}–{{to}}',
    spanOfDays: '{{from}} – {{to}}'
  },
  calls,
  people: {
    call: 'Call',
    text: 'Text',
    note: 'Note',
    noteLabel: 'Note about {{name}}',
    notePlaceholder: 'What to remember',
    noteHint: 'Ctrl+Enter keeps it, Esc undoes.',
    deleteNote: 'Delete this note',
    menu: 'More',
    forgetCall: 'Delete this call',
    forgetPerson: 'Delete everything with this person',
    timeline: 'Everything with {{name}}',
    emptyTitle: 'Nothing shared yet',
    emptyText: 'Calls and messages with {{name}} will show here.',
    earlier: 'Show earlier',
    anonymousReason: 'This caller withheld the number: there is nothing to call or text back.',
    noTextReason: 'Only phone numbers can be texted.',
    via: 'via {{line}}'
  },
  forget: {
    confirm: 'Delete',
    final: 'This cannot be undone.',
    callTitle: 'Delete this call?',
    callText:
      'The call of {{when}} with {{name}} goes from this computer, with its note, its outcome and the events that told of it.',
    personTitle: 'Delete everything with {{name}}?',
    personText:
      '{{calls}}, {{messages}} and {{notes}} go from this computer, with the events that told of them. A contact stays.',
    personTextUncounted:
      'Every call, message and note with {{name}} goes from this computer, with the events that told of them. A contact stays.',
    calls_one: '{{count}} call',
    calls_other: '{{count}} calls',
    messages_one: '{{count}} message',
    messages_other: '{{count}} messages',
    notes_one: '{{count}} note',
    notes_other: '{{count}} notes',
    noteTitle: 'Delete this note?',
    noteText: 'The note “{{note}}” goes from this computer.',
    failed: 'Nothing was deleted: {{reason}}'
  },
  historyExport: {
    title: 'Export calls',
    reading_one: '{{count}} call read …',
    reading_other: '{{count}} calls read …',
    saved_one: '{{count}} call was saved as {{file}} with your downloads.',
    saved_other: '{{count}} calls were saved as {{file}} with your downloads.',
    gapsTitle: 'Export times it could not hear',
    gapsReading_one: '{{count}} time read …',
    gapsReading_other: '{{count}} times read …',
    gapsSaved_one: '{{count}} time was saved as {{file}} with your downloads.',
    gapsSaved_other: '{{count}} times were saved as {{file}} with your downloads.',
    failed: 'Nothing was saved: {{reason}}',
    unencrypted: 'The file is not encrypted: everyone who can open it can read it.'
  },
  messages,
  threads,
  messageSettings: {
    title: 'Messages',
    sendKey: 'Key that sends a message',
    sendKeyHint: 'The other one begins a new line.',
    enter: 'Enter',
    sound: 'Sound',
    soundHint: 'Notifications of messages make a sound',
    templates: 'Templates',
    noTemplates: 'There are none. They are offered where a message is written.',
    placeholders: '{name} stands for whom it is to, {me} for you, {line} for the line it goes by.',
    templateName: 'Name of the template',
    templateBody: 'Words',
    needsName: 'Enter a name.',
    needsBody: 'Enter the words.',
    previewNamed: 'For Anna Meier',
    previewNameless: 'Without a name',
    edit: 'Edit “{{name}}”',
    add: 'Add a template',
    save: 'Save',
    textBack: 'Text back after a missed call'
  },
  composer,
  presence,
  queues,
  diagnostics,
  dialing,
  hotkeys,
  links,
  reach,
  relay,
  start,
  popup,
  quiet: {
    label: 'Do not disturb',
    off: 'Do not disturb',
    hint: 'This app shows no cards and no notifications. Your phone rings all the same.',
    until: 'Quiet until {{time}} · this app only',
    untilOff: 'Quiet until you turn it off · this app only',
    turnOff: 'Turn off',
    for: {
      'half-hour': '30 minutes, this app only',
      hour: '1 hour, this app only',
      'four-hours': '4 hours, this app only',
      tomorrow: 'Until tomorrow, 08:00, this app only',
      'until-off': 'Until I turn it off, this app only'
    }
  },
  setup: {
    title: 'Connect to Voice360',
    intro: 'Paste your API key. It is kept in {{store}} and sent to nobody but Voice360.',
    introMemory:
      'Paste your API key. It is kept in memory for this run only, and sent to nobody but Voice360.',
    whereKey:
      'You find it in the Voice360 portal under Settings → API. A user key or a developer key will do.',
    account: 'Account number',
    accountHint: 'The number that stands before every path of the API, such as 61.',
    key: 'API key',
    showKey: 'Show the key',
    hideKey: 'Hide the key',
    check: 'Check key',
    checking: 'Checking the key …',
    userKeyOf: 'User key of {{name}}, extension {{extension}}',
    userKey: 'User key',
    developerKey: 'Developer key',
    chooseExtension: 'Developer key: choose your extension',
    extension: 'Your extension',
    extensionHint: 'Calls you place ring this extension first.',
    signIn: 'Sign in',
    signingIn: 'Signing in …',
    needAccount: 'Enter the account number first.'
  },
  settings,
  palette,
  contacts,
  importing,
  eventReading,
  rebuild: {
    progress: 'Putting the history in order: {{percent}} %'
  },
  sharing: {
    title: 'Shared with your team',
    idle: 'You are in no team that shares anything, so nothing is shared now.',
    remarks: 'Notes and outcomes of calls',
    remarksHint: 'Once turned off, nothing more is shared; what was shared until then stays with the team.',
    remarksOn: 'Share mine, show the team’s',
    contacts: 'Contacts of the team',
    contactsHint: 'They name callers too. Your own contacts stay yours until you share one.',
    contactsOn: 'Show them among mine'
  },
  data: {
    title: 'Data on this computer',
    retention: 'Keep calls, messages and notes',
    retentionHint: 'Voice360 keeps none of them: what is deleted here is gone.',
    keepAll: 'for ever',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    years_one: '{{count}} year',
    years_other: '{{count}} years',
    shortenTitle: 'Keep only {{duration}}?',
    shortenText:
      'Calls, messages and notes older than {{duration}} are deleted from this computer now, and from then on every day. This cannot be undone. Contacts stay.',
    shorten: 'Delete what is older',
    outcomes: 'Outcomes of a call',
    outcomesHint: 'The words to choose from after a call. Calls keep the one they have.',
    newOutcome: 'Another outcome',
    addOutcome: 'Add',
    moveUp: 'Move “{{outcome}}” up',
    moveDown: 'Move “{{outcome}}” down',
    removeOutcome: 'Remove “{{outcome}}”',
    outcomeExists: '“{{outcome}}” is there already.',
    outcomesFull: 'There are {{count}} already: remove one first.'
  },
  backup,
  updates
} as const
