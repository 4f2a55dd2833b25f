import { expect, test } from 'vitest'
import { type GuardSettings, guardDial } from '../../../../../src/main/core/dialing/guard-dial.ts'
import type { Meaning, NumberTarget } from '../../../../../src/main/core/dialing/meaning.ts'
import type { DialSource } from '../../../../../src/shared/domain/dialing.ts'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const number = (change: Partial<NumberTarget> = {}): NumberTarget => ({
  address: '+12125550101',
  extension: null,
  isPremium: false,
  isTollFree: false,
  country: 'US',
  ...change
})
const premium = number({ address: '+19005550101', isPremium: true })
const foreign = number({ address: '+22720123456', country: 'NE' })
const tollFree = number({ address: '+18005550199', isTollFree: true })
const satellite = number({ address: '+881612345678', country: null })

const one = (target: NumberTarget): Meaning => ({ kind: 'number', target })
const guard = (meaning: Meaning, change: Partial<GuardSettings> = {}, source: DialSource = 'page') =>
  guardDial(meaning, source, { ...defaultSettings, ...change }, textByKey)

/** What may be dialed and what must be agreed to for it, or why nothing may. */
function result(...args: Parameters<typeof guard>): string {
  const { targets, refusal } = guard(...args)
  return (
    refusal ??
    targets
      .map(({ address, cautions }) => [address, ...cautions.map(({ kind }) => kind)].join(' '))
      .join(', ')
  )
}

test.each<[string, Meaning, Partial<GuardSettings>, string]>([
  ['an extension', { kind: 'extension', address: '1002' }, {}, '1002'],
  ['a number at home', one(number()), {}, '+12125550101'],
  ['a premium number', one(premium), {}, 'premium'],
  ['a premium number, to be asked', one(premium), { premiumGuard: 'ask' }, '+19005550101 premium'],
  ['a premium number, allowed', one(premium), { premiumGuard: 'allow' }, '+19005550101'],
  ['a foreign number', one(foreign), {}, '+22720123456 foreign'],
  ['a foreign number of a country that is called', one(foreign), { dialedCountries: ['NE'] }, '+22720123456'],
  ['a foreign number, refused', one(foreign), { foreignGuard: 'refuse' }, 'foreign'],
  ['a foreign number, allowed', one(foreign), { foreignGuard: 'allow' }, '+22720123456'],
  [
    'a number that is not assigned yet',
    one(number({ address: '+15551234567', country: null })),
    {},
    '+15551234567'
  ],
  ['a number of no country', one(satellite), {}, '+881612345678 foreign'],
  [
    'a toll-free number of the calling code, for a user in Canada',
    one(tollFree),
    { region: 'CA' },
    '+18005550199'
  ],
  [
    'the same, refused to nobody of the calling code',
    one(tollFree),
    { region: 'CA', foreignGuard: 'refuse' },
    '+18005550199'
  ],
  ['a toll-free number abroad', one(tollFree), { region: 'DE' }, '+18005550199 foreign'],
  ['the same number for a user there', one(foreign), { region: 'NE' }, '+22720123456'],
  ['a feature code', { kind: 'feature-code', code: '*72' }, {}, 'feature-code'],
  [
    'a feature code, to be asked',
    { kind: 'feature-code', code: '*72' },
    { featureCodeGuard: 'ask' },
    '*72 feature-code'
  ],
  ['a feature code, allowed', { kind: 'feature-code', code: '*72' }, { featureCodeGuard: 'allow' }, '*72'],
  ['an emergency number', { kind: 'emergency', digits: '911' }, {}, 'emergency'],
  ['one of several refused', { kind: 'several', targets: [premium, number()] }, {}, '+12125550101'],
  ['all of several refused', { kind: 'several', targets: [premium, premium] }, {}, 'premium'],
  ['nothing', { kind: 'nothing', reason: 'no-number' }, {}, 'no-number']
])('%s', (_what, meaning, settings, expected) => {
  expect(result(meaning, settings)).toBe(expected)
})

test.each<[DialSource, string]>([
  ['page', '911 emergency'],
  ['hotkey', 'emergency'],
  ['link', 'emergency'],
  ['command-line', 'emergency']
])('an emergency number that may be asked for, from a %s', (source, expected) => {
  expect(result({ kind: 'emergency', digits: '911' }, { emergencyGuard: 'ask' }, source)).toBe(expected)
})

test('what must be keyed in by hand is said, and asks nothing', () => {
  expect(guard(one(number({ extension: '89' }))).targets).toEqual([
    {
      address: '+12125550101',
      extensionByHand: '89',
      cautions: [
        {
          kind: 'extension-by-hand',
          mustBeAgreed: false,
          text: 'dialing.caution.extension-by-hand {"extension":"89"}'
        }
      ]
    }
  ])
})
