import { defaultSettings } from '../../src/shared/domain/settings.ts'
import { sampleColleagues, stranger } from '../fakes/sample-office.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { browserHost, sampleDial, signedOut } from '../fakes/scripted-bridge.ts'

/** One way to look at the app: the page, the hash it starts at, and what its main process answers differently. */
export interface Screen {
  readonly page: 'main' | 'popup' | 'dial-strip'
  readonly hash: string
  readonly answers: (nowMs: number) => Partial<Answers>
}

const asIs = () => ({})
const noCards: Partial<Answers> = { 'popup:list-cards': () => [] }
const main = (hash: string, answers: Screen['answers'] = asIs): Screen => ({ page: 'main', hash, answers })

const forever = () => new Promise<never>(() => {})
const rejected = (): never => {
  throw new Error('The database could not be opened.')
}

const strip = (change: Parameters<typeof sampleDial>[0]): Screen => ({
  page: 'dial-strip',
  hash: '/',
  answers: () => ({ 'dialing:get-dial': () => sampleDial(change) })
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
  'calls-empty': main('/calls', () => ({ 'calls:list-calls': () => [] })),
  'calls-error': main('/calls', () => ({ 'calls:list-calls': rejected })),
  'calls-loading': main('/calls', () => ({ 'calls:list-calls': forever })),
  messages: main('/messages'),
  thread: main(`/messages/${encodeURIComponent('+15559876543|+15551234567')}`),
  'messages-empty': main('/messages', () => ({ 'messages:list-threads': () => [] })),
  'new-message': main('/new-message'),
  stranger: main(`/people/${encodeURIComponent(stranger.address)}`),
  team: main('/team'),
  'team-online-only': main('/team', (nowMs) => ({
    'presence:get-presence': () => ({
      detail: 'online-only',
      colleagues: sampleColleagues(nowMs).map((it) => ({ ...it, calls: null })),
      asOfMs: nowMs,
      staleSinceMs: null,
      staleReason: null
    })
  })),
  'team-stale': main('/team', (nowMs) => ({
    'presence:get-presence': () => ({
      detail: 'with-calls',
      colleagues: sampleColleagues(nowMs),
      asOfMs: nowMs - 600_000,
      staleSinceMs: nowMs - 600_000,
      staleReason: 'Voice360 did not answer. Next try in 30 s.'
    })
  })),
  settings: main('/settings'),
  'settings-browser': main('/settings', () => ({
    ...noCards,
    'session:get-host': () => browserHost,
    'reach:get-reach': () => ({
      state: 'deaf',
      webhookUrl: null,
      reason: 'The tunnel stopped. Restarting, next try in 8 s.',
      lastEventAtMs: null,
      eventCount: 0
    })
  })),
  overlay: main('/calls', () => ({ 'session:get-host': () => browserHost })),
  'dial-dialog': main('/calls', () => ({
    ...noCards,
    'session:get-host': () => browserHost,
    'dialing:get-dial': () => sampleDial({})
  })),
  popup: { page: 'popup', hash: '/', answers: asIs },
  strip: strip({}),
  'strip-counting': strip({ state: 'counting-down', dialsAtMs: Date.now() + 60_000 }),
  'strip-placed': strip({ state: 'placed' }),
  'strip-refused': strip({ state: 'refused', message: 'Your phone is not registered: switch it on first.' }),
  'strip-unknown': strip({ state: 'unknown' }),
  'strip-undialable': strip({ candidates: [], undialable: 'feature-code', text: '*72 555' })
} satisfies Record<string, Screen>

const isScreen = (name: string): name is keyof typeof screens => name in screens

/** The screen of that name, else the calls. */
export const screenOf = (name: string): Screen => screens[isScreen(name) ? name : 'calls']

/** `answers` in the theme asked for. */
export const inTheme = (answers: Partial<Answers>, theme: 'light' | 'dark'): Partial<Answers> => ({
  ...answers,
  'settings:get-settings': () => ({ ...defaultSettings, theme })
})
