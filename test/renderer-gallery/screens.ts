import type { CallFilter } from '../../src/shared/domain/call.ts'
import { defaultSettings } from '../../src/shared/domain/settings.ts'
import { sampleContacts } from '../fakes/sample-contacts.ts'
import { mainLine, sampleColleagues, sampleThreads, stranger } from '../fakes/sample-office.ts'
import { sampleQueues } from '../fakes/sample-queues.ts'
import { unchosenReach } from '../fakes/sample-reach.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { browserHost, signedIn, signedOut } from '../fakes/scripted-bridge.ts'
import { type Act, choose, chooseFile, chooseFromMenu, inOrder, press, searchFor } from './acts.ts'
import { backupScreens } from './backup-screens.ts'
import { alertSettings, cardScreens } from './card-screens.ts'
import { composerScreens } from './composer-screens.ts'
import { diagnosticsScreens } from './diagnostics-screens.ts'
import { dialingScreens } from './dialing-screens.ts'
import { fleetScreens } from './fleet-screens.ts'
import { longHistory } from './long-history.ts'
import { reachScreens } from './reach-screens.ts'
import { relayScreens } from './relay-screens.ts'
import { settingsScreens } from './settings-screens.ts'
import { startScreens } from './start-screens.ts'
import { threadScreens } from './thread-screens.ts'
import { workScreens } from './work-screens.ts'

/** One way to look at the app: the page, the hash it starts at, and what its main process answers differently. */
export interface Screen {
  readonly page: 'main' | 'popup' | 'dial-strip'
  readonly hash: string
  readonly answers: (nowMs: number) => Partial<Answers>
  /** What the history is narrowed to from the start. */
  readonly callFilter: Partial<CallFilter>
  readonly act?: Act
}

const asIs = () => ({})
const noCards: Partial<Answers> = { 'popup:list-cards': () => [] }
const main = (
  hash: string,
  answers: Screen['answers'] = asIs,
  callFilter: Screen['callFilter'] = {}
): Screen => ({ page: 'main', hash, answers, callFilter })

const forever = () => new Promise<never>(() => {})
const rejected = (): never => {
  throw new Error('The database could not be opened.')
}

const acting = (hash: string, act: Act, answers: Screen['answers'] = asIs): Screen => ({
  ...main(hash, (nowMs) => ({ ...noCards, ...answers(nowMs) })),
  act
})

/** Every screen, in the states worth looking at. */
export const screens = {
  setup: main('/', () => ({ 'session:get-session': () => signedOut })),
  'setup-browser': main('/', () => ({
    'session:get-session': () => ({ status: 'signed-out', reason: 'Voice360 no longer accepts the key.' }),
    'session:get-host': () => browserHost
  })),
  calls: main('/calls'),
  call: main('/calls/ringing'),
  'call-anonymous': main('/calls/anonymous'),
  'call-noted': main('/calls/back'),
  'calls-empty': main('/calls', () => ({
    'calls:list-calls': () => ({ calls: [], gaps: [], next: null })
  })),
  'calls-filtered': main('/calls', asIs, {
    isMissed: true,
    queueName: 'Support Queue',
    line: mainLine.address,
    fromMs: Date.now() - 86_400_000
  }),
  'calls-filters': acting('/calls', press('Filters')),
  'calls-menu': acting('/calls', press('More for these calls')),
  'calls-exported': acting('/calls', chooseFromMenu('More for these calls', 'Export CSV')),
  'calls-exporting': acting('/calls', chooseFromMenu('More for these calls', 'Export JSON'), () => {
    let isFirst = true
    return {
      'calls:list-calls': () => {
        if (!isFirst) return forever()
        isFirst = false
        return { calls: [], gaps: [], next: null }
      }
    }
  }),
  'calls-page-error': main('/calls', (nowMs) => ({
    ...noCards,
    'calls:list-calls': ({ after }) =>
      after === null
        ? { calls: longHistory(nowMs, 3), gaps: [], next: { startedAtMs: 0, id: 'next' } }
        : rejected()
  })),
  'person-forget': acting('/calls/back', chooseFromMenu('More', 'Delete everything with this person')),
  'call-forget': acting('/calls/missed', chooseFromMenu('More', 'Delete this call')),
  'note-writing': acting('/calls/back', press('Note')),
  'calls-no-match': main('/calls', asIs, { outcome: 'wrong number' }),
  'calls-error': main('/calls', () => ({ 'calls:list-calls': rejected })),
  'calls-loading': main('/calls', () => ({ 'calls:list-calls': forever })),
  messages: main('/messages'),
  thread: main(`/messages/${encodeURIComponent('+15559876543|+15551234567')}`),
  'messages-empty': main('/messages', () => ({ 'messages:list-threads': () => [] })),
  'new-message': main('/new-message'),
  'person-possible': main(`/people/${encodeURIComponent(stranger.address)}`, (nowMs) => ({
    ...noCards,
    'messages:list-threads': () =>
      sampleThreads(nowMs)
        .slice(0, 1)
        .map((thread) => ({
          ...thread,
          unreadCount: 0,
          other: { ...stranger, possibleNames: ['Ünal', 'Zoë', 'Dup', 'Noor van der Berg'] }
        })),
    'calls:get-timeline': () => ({ entries: [], earlier: null })
  })),
  stranger: main(`/people/${encodeURIComponent(stranger.address)}`),
  team: main('/team'),
  'team-online-only': main('/team', (nowMs) => ({
    'presence:get-presence': () => ({
      detail: 'online-only',
      colleagues: sampleColleagues(nowMs).map((it) => ({ ...it, calls: null })),
      staleSinceMs: null,
      staleReason: null
    })
  })),
  'team-grid': main('/team', () => ({
    'settings:get-settings': () => ({
      ...defaultSettings,
      teamLayout: 'grid',
      favourites: ['1005', '1003'],
      teamGroups: [{ name: 'Second level support for the northern region', extensions: ['1003'] }]
    }),
    'presence:list-watched': () => ['1003']
  })),
  'team-menu': acting('/team', press('More about Maria Garcia')),
  'team-groups': acting('/team', chooseFromMenu('More about Maria Garcia', 'Groups…')),
  'team-stale': main('/team', (nowMs) => ({
    'presence:get-presence': () => ({
      detail: 'with-calls',
      colleagues: sampleColleagues(nowMs),
      staleSinceMs: nowMs - 600_000,
      staleReason: 'Voice360 did not answer. Next try in 30 s.'
    })
  })),
  queues: main('/queues', () => noCards),
  'queue-open': acting('/queues', press('Support Queue8002')),
  'queues-empty': main('/queues', (nowMs) => ({
    'queues:list-queues': () => ({ ...sampleQueues(nowMs), queues: [] })
  })),
  'queues-stale': main('/queues', (nowMs) => ({
    'queues:list-queues': () => ({
      ...sampleQueues(nowMs),
      staleSinceMs: nowMs - 600_000,
      staleReason: 'Voice360 did not answer. Next try in 30 s.'
    })
  })),
  settings: main('/settings'),
  overlay: main('/calls', () => ({ 'session:get-host': () => browserHost })),
  'palette-empty': acting('/calls', searchFor('')),
  'palette-results': acting('/calls', searchFor('an')),
  'palette-number': acting('/calls', searchFor('555 123')),
  'palette-nothing': acting('/calls', searchFor('xylophone')),
  contacts: main('/contacts'),
  contact: main(`/contacts/${sampleContacts[0]?.id}`),
  'contact-long': main(`/contacts/${sampleContacts[4]?.id}`),
  'contact-edit': acting(`/contacts/${sampleContacts[0]?.id}`, press('Edit')),
  'contact-delete': acting(`/contacts/${sampleContacts[4]?.id}`, press('Delete')),
  'contact-errors': acting('/contacts/new', press('Save')),
  'contact-for-number': main(`/contacts/new/${encodeURIComponent(stranger.address)}`),
  'contacts-empty': main('/contacts', () => ({ 'contacts:list-contacts': () => [] })),
  colleague: main('/contacts/extension/1009'),
  'import-choose': main('/contacts/import'),
  'import-preview': acting('/contacts/import', chooseFile('customers of the second quarter.csv')),
  'import-running': acting(
    '/contacts/import',
    inOrder(chooseFile('customers.csv'), press('Import 312 contacts'))
  ),
  'import-cancelled': acting(
    '/contacts/import',
    inOrder(chooseFile('customers.csv'), press('Import 312 contacts'), press('Cancel'))
  ),
  events: main('/settings/events'),
  'event-not-understood': main('/settings/events/118'),
  'event-tried': acting('/settings/events/118', choose('“anrufer_rufnummer” is read as', 'from')),
  'settings-retention': acting('/settings', choose('Keep calls, messages and notes', '90')),
  rebuilding: main('/calls', () => ({
    'events:get-rebuild': () => ({ doneCount: 43_120, totalCount: 100_000 })
  })),
  popup: { page: 'popup', hash: '/', answers: asIs, callFilter: {} },
  ...cardScreens,
  ...threadScreens,
  ...composerScreens,
  ...settingsScreens,
  ...backupScreens,
  ...fleetScreens,
  ...workScreens,
  ...dialingScreens,
  ...diagnosticsScreens,
  ...reachScreens,
  ...relayScreens,
  ...startScreens,
  'foot-full': main('/calls', (nowMs) => ({
    ...noCards,
    'session:get-host': () => browserHost,
    'session:get-session': () => ({
      ...signedIn,
      rejected: { developer: 401 }
    }),
    'reach:get-reach': () => unchosenReach(nowMs),
    'settings:get-settings': () => alertSettings.quiet
  })),
  quiet: main('/calls', () => ({ ...noCards, 'settings:get-settings': () => alertSettings.quiet })),
  'settings-alerts': main('/settings', () => ({ 'settings:get-settings': () => alertSettings.myQueues }))
} satisfies Record<string, Screen>

const isScreen = (name: string): name is keyof typeof screens => name in screens

/** The screen of that name, else the calls. */
export const screenOf = (name: string): Screen => screens[isScreen(name) ? name : 'calls']

/** `answers` in the theme asked for. */
export const inTheme = (answers: Partial<Answers>, theme: 'light' | 'dark'): Partial<Answers> => ({
  ...answers,
  'settings:get-settings': async () => ({
    ...(await (answers['settings:get-settings']?.({}) ?? defaultSettings)),
    theme
  })
})
