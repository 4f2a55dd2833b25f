/** Newer versions of the app: settings, and what the foot says. */
export const updates = {
  title: 'Updates',
  version: 'Version {{version}}',
  mode: 'Newer versions',
  modeHint: 'What was fetched is put in when the app ends, never during a call.',
  automatic: 'fetch by itself',
  ask: 'ask me first',
  off: 'do not look',
  channel: 'Versions to get',
  channelHint: 'A beta comes earlier and may have faults.',
  latest: 'released ones',
  beta: 'betas too',
  unavailable: {
    browser: 'In a browser tab the app cannot update itself.',
    'no-feed': 'This copy of the app was not packaged with a place to get newer versions from.'
  },
  isOff: 'Newer versions are not looked for.',
  idle: 'No newer version is known.',
  upToDate: 'This is the newest version.',
  checkedAt: 'Last looked:',
  checking: 'Looking for a newer version …',
  available: 'Version {{version}} can be fetched.',
  downloading: 'Fetching version {{version}} …',
  ready: 'Version {{version}} is ready. It is put in when the app ends.',
  waiting: 'Version {{version}} is put in after your call.',
  installing: 'The app ends and starts again as version {{version}}.',
  failed: 'Not updated: {{reason}}',
  check: 'Look now',
  download: 'Fetch it',
  install: 'Restart with it',
  footReady: 'Update ready',
  footWaiting: 'Updates after your call'
} as const
