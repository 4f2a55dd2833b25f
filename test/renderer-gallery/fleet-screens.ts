import type { Policy } from '../../src/shared/domain/policy.ts'
import { defaultSettings, settingNameSchema } from '../../src/shared/domain/settings.ts'
import { sampleOffers, sampleReach } from '../fakes/sample-reach.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { signedOut, unmanaged } from '../fakes/scripted-bridge.ts'
import { updatesWith } from '../fakes/scripted-updates.ts'
import { type Act, appeared } from './acts.ts'

const at = (hash: string, answers: (nowMs: number) => Partial<Answers>, act?: Act) => ({
  page: 'main' as const,
  hash,
  callFilter: {},
  answers: (nowMs: number): Partial<Answers> => ({ 'popup:list-cards': () => [], ...answers(nowMs) }),
  ...(act && { act })
})

const managed = (change: Partial<Policy>): Partial<Answers> => ({
  'policy:get-policy': () => ({ ...unmanaged, ...change })
})

const toTheProgress: Act = async () => {
  const progress = await appeared('progress')
  progress.scrollIntoView({ block: 'center' })
}

/** What an administrator settled, and newer versions of the app, in the states worth looking at. */
export const fleetScreens = {
  'settings-locked': at('/settings', (nowMs) => ({
    ...managed({ accountId: 61, lockedSettings: settingNameSchema.options }),
    'settings:get-settings': () => ({
      ...defaultSettings,
      popups: 'my-queues',
      myQueues: ['Sales'],
      dialedCountries: ['CA', 'MX'],
      fieldAliases: { from: ['src'] }
    }),
    'updates:get-updates': () =>
      updatesWith({ kind: 'ready', version: '1.5.0' }, { checkedAtMs: nowMs - 240_000 })
  })),
  'settings-policy-mistake': at('/settings', () =>
    managed({
      lockedSettings: ['premiumGuard'],
      problems: [
        '“lock.premiumGuard” is not applied: ✖ Invalid option: expected one of "allow"|"ask"|"refuse"',
        '“retention” is not known and not applied.'
      ]
    })
  ),
  'settings-updates': at(
    '/settings',
    (nowMs) => ({
      'updates:get-updates': () =>
        updatesWith(
          { kind: 'downloading', version: '1.5.0', fraction: 0.4 },
          {
            checkedAtMs: nowMs - 20_000,
            problem: 'What was fetched is not what was published. It was thrown away.'
          }
        )
    }),
    toTheProgress
  ),
  'setup-settled': at('/', () => ({
    ...managed({ accountId: 61 }),
    'session:get-session': () => signedOut
  })),
  'reach-settled': at('/settings/reach', (nowMs) => {
    const { url: _url, ...rest } = sampleReach(nowMs).tunnel
    const reach = sampleReach(nowMs, {
      tunnel: { ...rest, kind: 'ngrok', state: 'down', url: null, reason: 'The authtoken is missing.' }
    })
    return {
      ...managed({ lockedSettings: ['tunnel', 'sourceAddresses'] }),
      'reach:get-reach': () => reach,
      'reach:list-tunnel-offers': () =>
        sampleOffers.map((offer) => (offer.kind === 'ngrok' ? { ...offer, hasSecret: false } : offer)),
      'settings:get-settings': () => ({
        ...defaultSettings,
        tunnel: { kind: 'ngrok', domain: 'agents.example.com' },
        sourceAddresses: ['203.0.113.0/24']
      })
    }
  })
}
