import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'
import type { DialCaution, DialGuard, DialSource, Undialable } from '../../../shared/domain/dialing.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { Translate } from '../translate.ts'
import type { Meaning, NumberTarget } from './meaning.ts'

export type GuardSettings = Pick<
  Settings,
  'region' | 'featureCodeGuard' | 'premiumGuard' | 'foreignGuard' | 'emergencyGuard' | 'dialedCountries'
>

/** One address that may be dialed, with what is to be known first. */
export interface GuardedTarget {
  readonly address: string
  readonly extensionByHand: string | null
  readonly cautions: readonly DialCaution[]
}

/** What of a text may be dialed; where nothing may, `refusal` says why. */
export interface Guarded {
  readonly targets: readonly GuardedTarget[]
  readonly refusal: Undialable | null
}

/** Applies the user's guards to what a text means: refuses, or says what must be agreed to. */
export function guardDial(
  meaning: Meaning,
  source: DialSource,
  settings: GuardSettings,
  t: Translate
): Guarded {
  switch (meaning.kind) {
    case 'nothing':
      return refused(meaning.reason)
    case 'extension':
      return allowed(meaning.address, [])
    case 'feature-code':
      return settings.featureCodeGuard === 'refuse'
        ? refused('feature-code')
        : allowed(meaning.code, cautionOf('feature-code', settings.featureCodeGuard, t))
    case 'emergency':
      // Such a call must not begin by a slip, and rings the user's own phone first: from outside the app never.
      return source !== 'page' || settings.emergencyGuard === 'refuse'
        ? refused('emergency')
        : allowed(meaning.digits, cautionOf('emergency', settings.emergencyGuard, t))
    case 'number':
      return guardNumbers([meaning.target], settings, t)
    case 'several':
      return guardNumbers(meaning.targets, settings, t)
  }
}

const refused = (refusal: Undialable): Guarded => ({ targets: [], refusal })

const allowed = (address: string, cautions: readonly DialCaution[]): Guarded => ({
  targets: [{ address, extensionByHand: null, cautions }],
  refusal: null
})

/** Numbers that are refused are not offered; where no other is left, the first says why. */
function guardNumbers(numbers: readonly NumberTarget[], settings: GuardSettings, t: Translate): Guarded {
  const guarded = numbers.map((number) => ({
    number,
    refusal: refusalOf(number, settings)
  }))
  const targets = guarded
    .filter(({ refusal }) => refusal === null)
    .map(({ number }) => ({
      address: number.address,
      extensionByHand: number.extension,
      cautions: cautionsOf(number, settings, t)
    }))
  return targets.length > 0 ? { targets, refusal: null } : refused(guarded[0]?.refusal ?? 'no-number')
}

function refusalOf(number: NumberTarget, settings: GuardSettings): Undialable | null {
  if (number.isPremium && settings.premiumGuard === 'refuse') return 'premium'
  return isForeign(number, settings) && settings.foreignGuard === 'refuse' ? 'foreign' : null
}

function cautionsOf(number: NumberTarget, settings: GuardSettings, t: Translate): readonly DialCaution[] {
  const { country, extension } = number
  return [
    ...(number.isPremium ? cautionOf('premium', settings.premiumGuard, t) : []),
    ...(isForeign(number, settings)
      ? cautionOf('foreign', settings.foreignGuard, t, { country: nameOfCountry(country, t) })
      : []),
    ...(extension === null ? [] : [byHand(extension, t)])
  ]
}

/**
 * Numbers that are no one country's are at home with the user's own calling code: those that are not assigned yet, and toll-free
 * ones, all of which libphonenumber counts to the largest country of theirs.
 */
function isForeign(number: NumberTarget, { region, dialedCountries }: GuardSettings): boolean {
  const { country, isTollFree, address } = number
  const home = [region, ...dialedCountries]
  if (country !== null && !isTollFree) return !home.includes(country)
  return !home.some((it) => isSupportedCountry(it) && address.startsWith(`+${getCountryCallingCode(it)}`))
}

function cautionOf(
  kind: 'feature-code' | 'premium' | 'foreign' | 'emergency',
  guard: DialGuard,
  t: Translate,
  values: Readonly<Record<string, string>> = {}
): readonly DialCaution[] {
  return guard === 'ask' ? [{ kind, mustBeAgreed: true, text: t(`dialing.caution.${kind}`, values) }] : []
}

const byHand = (extension: string, t: Translate): DialCaution => ({
  kind: 'extension-by-hand',
  mustBeAgreed: false,
  text: t('dialing.caution.extension-by-hand', { extension })
})

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })

const nameOfCountry = (country: string | null, t: Translate): string =>
  country === null ? t('dialing.noCountry') : (countryNames.of(country) ?? country)
