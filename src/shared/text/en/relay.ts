/** The team's relay, as the way by which webhooks get here. */
export const relay = {
  title: 'Your team',
  field: 'Invitation',
  fieldHint:
    'The text from your team’s administrator that begins with “voice360-team:”. Whoever has it can read what you can: paste it here and show it to nobody.',
  noText: 'Paste the invitation.',
  longText: 'This is too long for an invitation.',
  check: 'Check it',
  checking: 'Connecting to the team’s relay …',
  failed: 'The invitation cannot be used: {{reason}}',
  works: 'The invitation works. This is what it gives you:',
  notHeard: 'The relay itself was never heard there: calls come as soon as it runs.',
  otherExtension: 'It is for extension {{invited}}, and you are signed in as {{mine}}.',
  join: 'Join this team',
  joining: 'Joining …',
  another: 'Another one',
  joined: 'You belong to the team now.',
  keptHint: 'An invitation is in the keychain already. A new one takes its place.',
  place: {
    team: 'Team',
    you: 'You are',
    youValue: 'extension {{extension}} of account {{account}}',
    reading: 'You may read',
    everything: 'every call and message of the account',
    ofExtension: 'calls and messages of extension {{extension}}',
    ofQueues: 'those of the queues {{names}}',
    ofQueue: 'those of the queue {{names}}',
    ofLines: 'those of the lines {{lines}}',
    ofLine: 'those of the line {{lines}}',
    presence: {
      none: 'nobody’s presence',
      'online-only': 'who is online',
      'with-calls': 'who is online and who is on a call'
    },
    work: 'what the team works on together, and change it',
    until: 'Until',
    noEnd: 'no end is set',
    ended: 'ended {{when}}',
    server: 'Server',
    notConnected: 'not connected',
    since: 'connected since {{since}}'
  },
  none: 'This account has no invitation to a team yet.',
  renew: 'Paste a new invitation',
  renewHide: 'Close',
  renewSoon: 'Your invitation ends on {{date}}. Paste a new one here before that: nothing is missed.',
  renewNow: 'Your invitation has ended. Paste a new one here: what came meanwhile is caught up.',
  webhooks: 'Webhooks',
  webhooksText:
    'Your team’s administrator has entered the webhooks in the portal, once for everybody. There is nothing to enter for this computer, and nothing listens on it.',
  leave: 'Leave the team',
  leaveTitle: 'Leave the team {{team}}?',
  leaveText:
    'The invitation is deleted from this computer, and calls and messages can no longer reach it until you choose another way or are invited again. What is stored stays.',
  left: 'You have left the team.',
  leaveFailed: 'Nothing was changed: {{reason}}'
} as const
