import type { Reach } from '../../src/shared/domain/reach.ts'
import { defaultSettings } from '../../src/shared/domain/settings.ts'
import { noTeam, type TeamPlace } from '../../src/shared/domain/team.ts'
import { coachWith, relayReach, unchosenReach } from '../fakes/sample-reach.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { signedOut, unmanaged } from '../fakes/scripted-bridge.ts'
import { scriptedReach } from '../fakes/scripted-reach.ts'
import { samplePlace, sampleTeam, scriptedTeam, type TeamScript } from '../fakes/scripted-team.ts'
import { type Act, inOrder, press, select, type } from './acts.ts'
import { emit } from './gallery-bridge.ts'
import { signIn } from './reach-screens.ts'

const dayMs = 86_400_000

/** A place of the main window in an office whose webhooks the team's relay takes, or may take. */
const at = (
  hash: string,
  script: (nowMs: number) => { readonly reach: Reach; readonly team?: TeamScript },
  answers: Partial<Answers> = {},
  act?: Act
) => ({
  page: 'main' as const,
  hash,
  callFilter: {},
  answers(nowMs: number): Partial<Answers> {
    const { reach, team } = script(nowMs)
    const ofReach = scriptedReach(nowMs, emit, { reach, coach: coachWith() })
    const onChosen: TeamScript['onChosen'] = (kind) =>
      void ofReach['reach:choose-tunnel']({ choice: { kind }, secret: null })
    return {
      'popup:list-cards': () => [],
      'settings:get-settings': () => ({
        ...defaultSettings,
        tunnel: reach.tunnel.kind === 'relay' ? { kind: 'relay' } : { kind: 'none' }
      }),
      ...ofReach,
      ...scriptedTeam(nowMs, emit, { ...team, onChosen }),
      ...answers
    }
  },
  ...(act && { act })
})

const longNames = (nowMs: number): TeamPlace =>
  samplePlace(nowMs, {
    team: 'Customer service of the northern region, second and third level, with the emergency desk',
    reading: {
      isTeamWide: false,
      queueNames: [
        'Support for customers with a maintenance contract of the second kind',
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        'Sales'
      ],
      lines: ['+1 555 123 4567', '+49 30 901820', '+44 20 7946 0958'],
      presence: 'online-only',
      sharesWork: false
    },
    expiresAtMs: null
  })

const notChosen = (nowMs: number) => ({ reach: unchosenReach(nowMs) })
const paste = inOrder(select('Your team’s relay'), type('Invitation', 'voice360-team:eyJ2ZXJzaW9uIjoxfQ'))
const check = inOrder(paste, press('Check it'))

/** Webhooks by the team's relay, in the states worth looking at. */
export const relayScreens = {
  relay: at('/settings/reach', (nowMs) => ({
    reach: relayReach(nowMs),
    team: { team: sampleTeam(nowMs) }
  })),
  'relay-empty': at(
    '/settings/reach',
    notChosen,
    {},
    inOrder(select('Your team’s relay'), press('Check it'))
  ),
  'relay-refused': at(
    '/settings/reach',
    (nowMs) => ({
      ...notChosen(nowMs),
      team: {
        refusal:
          'This invitation is for account 1234; you are signed in to account 61. Switch accounts, or ask for one for account 61.'
      }
    }),
    {},
    check
  ),
  'relay-checked': at(
    '/settings/reach',
    (nowMs) => ({
      ...notChosen(nowMs),
      team: { place: { ...longNames(nowMs), extension: '1002' }, isRelayKnown: false }
    }),
    {},
    check
  ),
  'relay-deaf': at('/settings/reach', (nowMs) => {
    const reason =
      'The relay’s server cannot be reached at nats-cluster-one.telephone-events.customer-service.example.com:4222.'
    return {
      reach: relayReach(nowMs, {
        state: 'deaf',
        sinceMs: nowMs - 120_000,
        reason,
        tunnel: { kind: 'relay', state: 'down', url: null, reason, nextTryAtMs: null }
      }),
      team: {
        team: sampleTeam(nowMs, {
          place: longNames(nowMs),
          server: null,
          connectedSinceMs: null,
          reason,
          relay: 'unknown'
        })
      }
    }
  }),
  'relay-silent': at('/settings/reach', (nowMs) => ({
    reach: relayReach(nowMs, {
      state: 'degraded',
      sinceMs: nowMs - 60_000,
      reason:
        'The team’s relay has said nothing for a while. It may take no calls in: tell your team’s administrator.'
    }),
    team: { team: sampleTeam(nowMs, { relay: 'silent' }) }
  })),
  'relay-ending': at('/settings/reach', (nowMs) => ({
    reach: relayReach(nowMs, {
      reason: 'Your invitation ends in 3 days. Ask your team’s administrator for a new one.'
    }),
    team: { team: sampleTeam(nowMs, { place: samplePlace(nowMs, { expiresAtMs: nowMs + 3.5 * dayMs }) }) }
  })),
  'relay-ended': at('/settings/reach', (nowMs) => {
    const reason = 'Your invitation has ended. Ask your team’s administrator for a new one.'
    return {
      reach: relayReach(nowMs, {
        state: 'deaf',
        sinceMs: nowMs - 60_000,
        reason,
        tunnel: { kind: 'relay', state: 'off', url: null, reason, nextTryAtMs: null }
      }),
      team: {
        team: sampleTeam(nowMs, {
          place: samplePlace(nowMs, { expiresAtMs: nowMs - 60_000 }),
          server: null,
          connectedSinceMs: null,
          reason,
          relay: 'unknown'
        })
      }
    }
  }),
  'relay-leaving': at(
    '/settings/reach',
    (nowMs) => ({ reach: relayReach(nowMs), team: { team: sampleTeam(nowMs) } }),
    {},
    press('Leave the team')
  ),
  'relay-settled': at(
    '/settings/reach',
    (nowMs) => ({
      reach: relayReach(nowMs, {
        state: 'deaf',
        reason: 'This account has no invitation to a team. Paste the one from your team’s administrator.',
        tunnel: { kind: 'relay', state: 'off', url: null, reason: null, nextTryAtMs: null }
      }),
      team: { team: noTeam }
    }),
    { 'policy:get-policy': () => ({ ...unmanaged, lockedSettings: ['tunnel'] }) }
  ),
  'relay-first-start': at(
    '/calls',
    notChosen,
    { 'session:get-session': () => signedOut },
    inOrder(signIn, check, press('Join this team'))
  )
}
