import type { Reach } from '../../src/shared/domain/reach.ts'
import { defaultSettings } from '../../src/shared/domain/settings.ts'
import {
  coachWith,
  sampleReach,
  troubledCoach,
  unchosenReach,
  webhookUrlAt,
  wrongAddressReach
} from '../fakes/sample-reach.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { signedOut } from '../fakes/scripted-bridge.ts'
import { type ReachScript, scriptedReach } from '../fakes/scripted-reach.ts'
import { type Act, inOrder, press, select, type } from './acts.ts'
import { emit } from './gallery-bridge.ts'

/** A place of the main window in an office whose reach is as `script` says. */
const at = (
  hash: string,
  script: (nowMs: number) => ReachScript,
  answers: Partial<Answers> = {},
  act?: Act
) => ({
  page: 'main' as const,
  hash,
  callFilter: {},
  answers: (nowMs: number): Partial<Answers> => ({
    'popup:list-cards': () => [],
    ...scriptedReach(nowMs, emit, script(nowMs)),
    ...answers
  }),
  ...(act && { act })
})

/** A server of the user's own whose connection broke two minutes ago. */
const deafBySsh = (nowMs: number): Reach =>
  sampleReach(nowMs, {
    state: 'deaf',
    sinceMs: nowMs - 120_000,
    reason: 'The connection to the server broke.',
    lastEventAtMs: nowMs - 180_000,
    webhookUrl: webhookUrlAt(
      'https://telephone-events-of-the-northern-region.customer-service.example.com/voice360/1001'
    ),
    tunnel: {
      kind: 'ssh',
      state: 'waiting',
      url: 'https://telephone-events-of-the-northern-region.customer-service.example.com/voice360/1001',
      reason: 'The connection to the server broke.',
      nextTryAtMs: nowMs + 45_000
    },
    check: {
      atMs: nowMs - 110_000,
      isPassed: false,
      tookMs: 5_000,
      reason: 'No answer came from the public address.'
    }
  })

const changedAddress = (nowMs: number): Reach =>
  sampleReach(nowMs, {
    state: 'degraded',
    sinceMs: nowMs - 240_000,
    reason: 'The public address became another.',
    webhookUrl: webhookUrlAt('https://quiet-lamp-otter-river.trycloudflare.com'),
    tunnel: {
      kind: 'cloudflared-quick',
      state: 'up',
      url: 'https://quiet-lamp-otter-river.trycloudflare.com',
      reason: null,
      nextTryAtMs: null
    },
    addressChange: {
      atMs: nowMs - 240_000,
      before: 'https://brave-table-winter-seven.trycloudflare.com',
      after: 'https://quiet-lamp-otter-river.trycloudflare.com'
    },
    oldTokenUntilMs: nowMs + 80_000_000
  })

export const signIn = inOrder(
  type('Account number', '61'),
  type('API key', 'a user key'),
  press('Check key'),
  press('Sign in')
)

/** Calls reaching this computer, in the states worth looking at. */
export const reachScreens = {
  reach: at('/settings/reach', () => ({})),
  'reach-not-chosen': at('/settings/reach', (nowMs) => ({ reach: unchosenReach(nowMs), coach: coachWith() })),
  'reach-deaf': at(
    '/calls',
    (nowMs) => ({ reach: deafBySsh(nowMs), coach: troubledCoach(nowMs) }),
    {},
    press('Show')
  ),
  'reach-address-changed': at(
    '/settings/reach/webhooks',
    (nowMs) => ({ reach: changedAddress(nowMs), coach: troubledCoach(nowMs) }),
    {
      'settings:get-settings': () => ({
        ...defaultSettings,
        tunnel: { kind: 'cloudflared-quick' },
        sourceAddresses: ['203.0.113.7', '2001:db8:85a3::8a2e:370:7334', '198.51.100.0/24']
      })
    }
  ),
  'reach-form-errors': at(
    '/settings/reach',
    (nowMs) => ({ reach: unchosenReach(nowMs), coach: coachWith() }),
    {},
    inOrder(select('Your own server'), press('Use this way'))
  ),
  'reach-own-address-wrong': at(
    '/settings/reach',
    (nowMs) => ({ reach: wrongAddressReach(nowMs), coach: coachWith() }),
    {
      'settings:get-settings': () => ({
        ...defaultSettings,
        tunnel: { kind: 'own-url', url: 'https://calls.example.com' }
      })
    },
    press('Change')
  ),
  'reach-first-start': at(
    '/calls',
    (nowMs) => ({ reach: unchosenReach(nowMs), coach: coachWith() }),
    { 'session:get-session': () => signedOut },
    inOrder(signIn, select('Cloudflare, quick tunnel'))
  ),
  'reach-banner-changed': at('/calls', (nowMs) => ({ reach: changedAddress(nowMs) })),
  'reach-banner-not-chosen': at('/calls', (nowMs) => ({ reach: unchosenReach(nowMs), coach: coachWith() }))
}
