/** How Voice360's webhooks get to this computer. */
export const reach = {
  title: 'Calls reaching this computer',
  back: 'Settings',
  settingsHint: 'The way in, the webhooks to enter in the portal, and the times nothing could be heard.',
  open: 'Look and set up',
  state: {
    unknown: 'Finding out whether calls reach this computer …',
    listening: 'Calls reach this computer',
    degraded: 'It is not certain that calls reach this computer',
    deaf: 'Calls can’t reach this computer',
    listeningSince: 'Calls reach this computer since {{since}}',
    degradedSince: 'It is not certain that calls reach this computer, since {{since}}',
    deafSince: 'Calls can’t reach this computer since {{since}}'
  },
  now: 'Right now',
  sentence: '{{text}}.',
  dateAndClock: '{{date}}, {{clock}}',
  nextTry_one: 'Next try in {{count}} s.',
  nextTry_other: 'Next try in {{count}} s.',
  tryingNow: 'Trying again now.',
  events_one: '{{count}} event received',
  events_other: '{{count}} events received',
  lastEvent: 'the last',
  noEvent: 'No event received yet',
  way: {
    label: 'From Voice360 to this computer',
    mark: { ok: 'works', unknown: 'not known', broken: 'broken' },
    step: {
      voice360: 'Voice360',
      address: 'Public address',
      tunnel: 'Tunnel',
      proxy: 'Your own way in',
      relay: 'Team’s relay',
      connection: 'Connection',
      computer: 'This computer'
    },
    note: {
      arriving: 'events arrive',
      noEventYet: 'no event yet',
      noneLately: 'not heard lately',
      oldAddress: 'still posts to the old address',
      answers: 'leads here',
      doesNotAnswer: 'does not lead here',
      notReachedFromHere: 'not reached from here',
      notChecked: 'not checked',
      waits: 'waits for what follows',
      noAddress: 'none yet',
      notChosen: 'not chosen yet',
      starting: 'starting',
      up: 'connected',
      down: 'lost, trying again',
      waiting: 'stopped',
      off: 'not running',
      refused: 'not let in',
      listens: 'listens',
      deaf: 'does not listen',
      relayAnswers: 'is there',
      relaySilent: 'not heard lately',
      reads: 'reads along',
      catchingUp: 'catches up',
      waitsForConnection: 'waits for the connection',
      waitsForRelay: 'waits for the relay'
    }
  },
  check: {
    now: 'Check now',
    checking: 'Checking the whole way …',
    passed: 'Reached itself in {{ms}} ms,',
    failed: 'Did not reach itself,',
    never: 'Not checked yet.',
    saidPassed: 'Checked: this computer reached itself in {{ms}} ms.',
    saidFailed: 'Checked: this computer did not reach itself. {{reason}}'
  },
  kind: {
    none: 'Nothing chosen yet',
    'own-url': 'Your own address',
    'cloudflared-quick': 'Cloudflare, quick tunnel',
    'cloudflared-named': 'Cloudflare, named tunnel',
    ngrok: 'ngrok',
    ssh: 'Your own server, by ssh',
    relay: 'Your team’s relay'
  },
  choose: {
    title: 'How webhooks get here',
    first:
      'Voice360 can only post to a public https address, and this computer has none. Choose how it gets one, after which the webhooks are entered in the portal, or join your team’s relay, which has one.',
    legend: 'How webhooks get here',
    recommended: 'recommended',
    inUse: 'in use',
    needs: 'Needs',
    costs: 'Costs',
    address: 'Address',
    use: 'Use this way',
    save: 'Save',
    starting: 'Starting it …',
    change: 'Change',
    hide: 'Close',
    stop: 'Stop using it',
    stopTitle: 'Stop using this way?',
    stopText:
      'Calls and messages can no longer reach this computer until you choose a way again. What is stored stays.',
    failed: 'Nothing was changed: {{reason}}',
    done: 'It is in use now.',
    stopped: 'It is not in use any more.',
    lookAgain: 'Look again',
    found: '{{program}} {{version}} is on this computer.',
    foundUnversioned: '{{program}} is on this computer.',
    noProgram: '{{program}} was not found on this computer. {{how}}'
  },
  facts: {
    'own-url': {
      needs: 'A reverse proxy or a port forward of yours that leads to this computer',
      costs: 'Free beyond what you have',
      address: 'Stays'
    },
    'cloudflared-quick': {
      needs: 'The program cloudflared, no account',
      costs: 'Free',
      address: 'Changes at each start: 11 webhooks to enter again each time'
    },
    'cloudflared-named': {
      needs: 'The program cloudflared, a Cloudflare account and a domain there',
      costs: 'Free',
      address: 'Stays'
    },
    ngrok: {
      needs: 'An ngrok account and its authtoken',
      costs: 'Free with one fixed address of theirs, paid for a domain of yours',
      address: 'Stays with a reserved domain'
    },
    ssh: {
      needs: 'A server of yours with a web server and sshd, and a key that signs you in there',
      costs: 'What the server costs',
      address: 'Stays'
    },
    relay: {
      needs: 'An invitation from your team’s administrator',
      costs: 'Nothing for you',
      address: 'None: the administrator enters the webhooks once, for everybody'
    }
  },
  program: { cloudflared: 'cloudflared', ngrok: 'ngrok', ssh: 'ssh' },
  howToGet: {
    cloudflared: 'Install it from Cloudflare’s download page, then look again.',
    ngrok: 'It comes with this app on most systems: install the app again, then look again.',
    ssh: 'Install OpenSSH’s client, then look again.'
  },
  field: {
    url: 'Public address',
    urlHint: {
      'own-url':
        'Such as https://calls.example.com. It has to lead to port {{port}} of this computer, path included.',
      'cloudflared-named':
        'The public hostname of this tunnel in Cloudflare’s dashboard. Its service there is http://localhost:{{port}}.',
      ssh: 'Where your web server is reached. It has to hand requests on to the port above.'
    },
    tunnelToken: 'Tunnel token',
    tunnelTokenHint: 'From Cloudflare’s dashboard: Networks → Tunnels → your tunnel → Install.',
    authtoken: 'Authtoken',
    authtokenHint: 'From ngrok’s dashboard: Your Authtoken.',
    secretKept: 'Kept in the keychain. Leave this empty to keep it.',
    secretWillBeKept: 'It is kept in the keychain.',
    keptPlaceholder: 'kept',
    domain: 'Domain',
    domainHint: 'Such as calls.ngrok.app. Empty takes the one that ngrok gives you.',
    destination: 'Server',
    destinationHint: 'As ssh takes it: user@host, or a host of your ~/.ssh/config.',
    port: 'Port of sshd',
    portHint: 'Empty for the usual one.',
    remotePort: 'Port on the server',
    remotePortHint: 'A free port of the server’s loopback interface, to which its web server leads.'
  },
  problem: {
    url: 'Enter an address that begins with https://, without a query.',
    noUrl: 'Enter the public address.',
    noSecret: 'Enter the token.',
    longSecret: 'This is too long for a token.',
    domain: 'Enter only the domain, such as calls.ngrok.app.',
    destination: 'Enter user@host or the name of a host.',
    port: 'Enter a port from 1 to 65535.'
  },
  coach: {
    title: 'Webhooks to enter in the portal',
    how: 'In the Voice360 portal, open Settings → Webhooks and make one webhook for each event type below. Each turns green here at its first real event.',
    sameForAll: 'The same for all',
    url: 'URL',
    name: 'Name',
    nameValue: 'any, such as the event type',
    method: 'HTTP method',
    retries: 'Retries',
    showUrl: 'Show the whole address',
    hideUrl: 'Hide the secret',
    copyUrl: 'Copy the address',
    secret: 'The address holds a secret: share it with nobody.',
    noUrl: 'There is no address yet: nothing listens on this computer.',
    notPublic: 'Voice360 cannot reach this address yet. Choose a way in first.',
    progress: '{{count}} of {{total}} arrive',
    table: 'Webhooks',
    event: 'Event type',
    state: 'State',
    last: 'Last event',
    copy: 'Copy',
    type: 'Type',
    address: 'Address',
    copyName: 'Copy the event type {{name}}',
    copyUrlFor: 'Copy the address for {{name}}',
    sendTest: 'Send me a test',
    sendTestOf: 'Send me a test: {{name}}',
    sent: 'The simulator was asked for {{name}}.',
    notSent: 'No test was sent: {{reason}}',
    never: 'never',
    count_one: '{{count}} event',
    count_other: '{{count}} events',
    waiting: 'waiting',
    arriving: 'arriving',
    silent: 'quiet for long',
    problem: 'needs a hand',
    unknownNames: 'Events by other names',
    unknownNamesHint:
      'The API’s document does not know these. They are kept, and shown where events are read.',
    look: 'Look at how events are read'
  },
  purpose: {
    INCOMING_EXTERNAL_CALL: 'Someone calls: the pop-up with the name',
    CALL_ENDED: 'A call is over: how long it took, answered or missed',
    USER_DIAL: 'You or a colleague call someone',
    USER_ANSWER: 'Who answered a call',
    USER_HANGUP: 'An outgoing call is over',
    SMS_RECEIVED: 'Messages that come in',
    SMS_SENT: 'A message of yours went out',
    SMS_DELIVERED: 'A message of yours arrived',
    QUEUE_NO_ANSWER: 'Nobody in a queue answered: whom to call back',
    QUEUE_HANGUP_TIMEOUT: 'A queue gave up on a caller: whom to call back',
    QUEUE_HANGUP_ABANDONED: 'A caller hung up waiting: whom to call back'
  },
  remark: {
    'other-account':
      'The last event was of account {{account}}, not yours. Correct or delete this webhook in that account’s portal.',
    'sent-by-get':
      'It comes by GET. Set its HTTP method to POST in the portal: by GET, long texts can be cut off.',
    'not-understood': 'The last event was not understood: {{why}}.',
    'unknown-fields': 'Fields that mean nothing here yet: {{fields}}. If one matters, say what it is.',
    'old-address': 'It still uses the old secret. Enter the new address before the old one ends.',
    'before-address-change':
      'Nothing came since the public address became another. Enter the new one in the portal.'
  },
  changed: {
    title: 'The public address became another',
    text: 'The public address became another at {{when}}: what is entered in the portal points nowhere.',
    before: 'Before',
    after: 'Now',
    copy: 'Copy the new address',
    copied: 'The new address was copied.',
    show: 'Show the webhooks',
    accept: 'I have entered it everywhere'
  },
  secret: {
    title: 'The secret in the address',
    replaceHint: 'If someone may have seen the address: whoever has it can make this app show made-up calls.',
    replaceLabel: 'Make a new address',
    replace: 'Make a new address',
    replaceTitle: 'Make a new address?',
    replaceText:
      'The address gets a new secret, to be entered in all 11 webhooks. The old one is taken for another 24 hours, so that no call is lost meanwhile.',
    replaceFailed: 'The address stays as it is: {{reason}}',
    replaced: 'There is a new address. Enter it in the portal.',
    oldUntil: 'The old address is taken until {{until}}',
    oldUsedBy: 'Still used by {{names}}',
    oldUnused: 'No webhook was seen using it since the change.',
    revoke: 'Stop the old one now',
    revokeTitle: 'Stop the old address now?',
    revokeText: 'Webhooks that still use it are refused from now on: their calls and messages are lost.',
    revokeFailed: 'The old address is still taken: {{reason}}',
    revoked: 'The old address is no longer taken.'
  },
  sources: {
    title: 'From where webhooks are taken',
    hint: 'Addresses or networks of Voice360’s servers. Empty takes them from everywhere. It works only where the tunnel says from where a request comes; the secret protects in any case.',
    all: 'From everywhere.',
    list: 'Allowed addresses',
    new: 'Address or network',
    example: '203.0.113.7 or 203.0.113.0/24',
    add: 'Allow it',
    remove: 'No longer allow {{address}}',
    invalid: 'Enter an IP address such as 203.0.113.7, or a network such as 203.0.113.0/24.',
    exists: '{{address}} is allowed already.',
    full: 'At most {{count}} can be listed.'
  },
  gaps: {
    title: 'Times nothing could be heard',
    hint: 'Of calls and messages of these times Voice360 told this computer nothing.',
    none: 'None so far.',
    when: 'When',
    took: 'How long',
    why: 'Why',
    notRunning: 'the app was not running',
    more_one: 'and {{count}} earlier one',
    more_other: 'and {{count}} earlier ones',
    underMinute: 'under a minute',
    minutes: '{{minutes}} min',
    wholeHours: '{{hours}} h',
    hours: '{{hours}} h {{minutes}} min',
    days_one: '{{count}} day {{hours}} h',
    days_other: '{{count}} days {{hours}} h',
    export: 'Export',
    exported_one: '{{count}} time was saved as {{file}} with your downloads.',
    exported_other: '{{count}} times were saved as {{file}} with your downloads.'
  },
  diagnostics: {
    title: 'When something is wrong',
    text: 'The last requests that came in, the calls of the API, and a file for support.',
    open: 'Open diagnostics'
  },
  banner: {
    label: 'Calls reaching this computer',
    notChosen: 'How calls reach this computer is not chosen yet.',
    setUp: 'Set up',
    show: 'Show',
    dismiss: 'Not now'
  },
  foot: 'Show how calls reach this computer',
  firstStart: {
    step: 'Step {{step}} of {{total}}',
    wayTitle: 'How Voice360 finds this computer',
    wayText: 'You are signed in. For callers to show here, Voice360 needs a way to this computer.',
    coachTitle: 'Webhooks in the portal',
    badAddress: 'The address below does not lead here yet. {{reason}} Go back to change it.',
    skip: 'Skip for now',
    next: 'Go on',
    back: 'Back',
    done: 'Done',
    skipHint: 'Everything here can be done later in the settings.'
  }
} as const
