/** Diagnostics: what came in, what went out, versions, and the bundle for support. */
export const diagnostics = {
  title: 'Diagnostics',
  views: 'What to look at',
  view: {
    requests: 'From Voice360',
    apiCalls: 'To Voice360',
    versions: 'Versions',
    bundle: 'Support bundle'
  },
  requests: {
    label: 'The last requests from Voice360',
    refusedOnly: 'Only refused',
    emptyTitle: 'No request came in',
    emptyText: 'Since this app was started, nothing reached its address.',
    noneRefusedTitle: 'Nothing was refused',
    noneRefusedText: 'Every request that came in since the start was taken.'
  },
  outcome: {
    stored: 'Stored',
    duplicate: 'Known already',
    'not-found': 'Wrong address',
    malformed: 'Malformed',
    'too-large': 'Too large',
    encoded: 'Compressed',
    'not-an-event': 'Not an event',
    'other-source': 'Source not allowed',
    'other-account': 'Of another account',
    'ledger-unavailable': 'Could not be stored'
  },
  from: 'from {{source}}',
  ms: '{{count}} ms',
  apiCalls: {
    label: 'The last requests to Voice360',
    emptyTitle: 'No request was made',
    emptyText: 'Nothing was asked of Voice360 since this app was started. Is anyone signed in?',
    noAnswer: 'No answer',
    noBudget: 'In the last minute, Voice360 has not said how many requests it takes.',
    left: '{{remaining}} of {{limit}} left'
  },
  versions: { copy: 'Copy the versions', none: 'No versions are known.' },
  bundle: {
    what: 'A file for whoever helps you. Names, numbers and texts in it are made up, but what belongs together still does. You see all of it before it is saved, and it goes nowhere by itself.',
    withEvents: 'Include events',
    withEventsHint:
      'The newest 5,000, so that calls and messages can be replayed. When each took place stays true.',
    prepare: 'Prepare',
    preparing: 'Preparing …',
    prepareAgain: 'Prepare again',
    failed: 'The bundle could not be prepared: {{reason}}',
    files: 'Files in the bundle',
    nothing: 'This file is empty.',
    choose: 'Choose a file to read it.',
    textOf: 'Text of {{name}}',
    lines_one: '{{count}} line',
    lines_other: '{{count}} lines',
    kilobytes: '{{count}} kB',
    save: 'Save…',
    saved: 'Saved as {{file}} with your downloads.'
  }
} as const
