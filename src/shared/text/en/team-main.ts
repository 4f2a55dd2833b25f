/** What the main process says of the team and its relay. */
export const teamMain = {
  connecting: 'The connection to the team’s relay is being made.',
  catchingUp: 'What came meanwhile is being caught up.',
  relaySilent:
    'The team’s relay has said nothing for a while. It may take no calls in: tell your team’s administrator.',
  relayUnknown: 'The server answers, but the team’s relay has not been heard there yet.',
  endsSoon_one: 'Your invitation ends in {{count}} day. Ask your team’s administrator for a new one.',
  endsSoon_other: 'Your invitation ends in {{count}} days. Ask your team’s administrator for a new one.',
  endsToday: 'Your invitation ends within a day. Ask your team’s administrator for a new one.',
  lack: {
    account: 'Sign in first: an invitation belongs to one account.',
    invitation: 'This account has no invitation to a team. Paste the one from your team’s administrator.',
    secret: 'The invitation’s secret is not in the keychain any more. Paste the invitation again.'
  },
  unreadable: {
    'no-invitation': 'This is no invitation: one begins with “voice360-team:”.',
    incomplete: 'Part of the invitation is missing. Copy all of it, to its very end.',
    'other-version':
      'This invitation is for another version of the app. Update the app, or ask for another one.'
  },
  otherAccount:
    'This invitation is for account {{invited}}; you are signed in to account {{signedIn}}. Switch accounts, or ask for one for account {{signedIn}}.',
  notChecked: 'Check the invitation first.',
  keychain: 'The keychain of this computer does not work. Nothing was changed.',
  trouble: {
    unreachable: 'The relay’s server cannot be reached at {{server}}.',
    'no-such-host': 'There is no server by the name {{server}}.',
    certificate: 'The server {{server}} cannot prove that it is what it says: its certificate is not valid.',
    'no-jetstream':
      'The server answers, but lets this invitation read no events. Tell your team’s administrator.',
    lost: 'The connection to the relay’s server {{server}} was lost.',
    expired: 'Your invitation has ended. Ask your team’s administrator for a new one.',
    rejected:
      'The server does not accept this invitation any more. Ask your team’s administrator for a new one.'
  },
  lost: {
    'no-longer-kept': 'the relay no longer kept what came then',
    'not-yet-kept': 'the relay kept nothing yet then',
    'set-back': 'the relay’s server went back to an earlier state, and may have lost what came then'
  }
} as const
