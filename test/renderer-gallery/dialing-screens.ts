import {
  type Dial,
  type DialCandidate,
  type DialCaution,
  type DialCautionKind,
  type Undialable,
  undialableSchema
} from '../../src/shared/domain/dialing.ts'
import { defaultSettings } from '../../src/shared/domain/settings.ts'
import { anna, extension, longNamed, mainLine, number, stranger } from '../fakes/sample-office.ts'
import { browserHost } from '../fakes/scripted-bridge.ts'
import { dialCandidate, sampleDial } from '../fakes/scripted-dialing.ts'
import { type Act, appeared, searchFor } from './acts.ts'
import type { Screen } from './screens.ts'

const strip = (change: Partial<Dial> = {}): Screen => ({
  page: 'dial-strip',
  hash: '/',
  answers: () => ({ 'dialing:get-dial': () => sampleDial(change) }),
  callFilter: {}
})

const cautionTexts: Readonly<Record<DialCautionKind, string>> = {
  foreign: 'This number is abroad: Niger.',
  premium: 'This is a premium number: calls to it cost more.',
  'feature-code': 'This is a feature code: it may switch something at the phone system.',
  emergency: 'This is an emergency number. Your own phone rings first: dialing it there is faster.',
  repeated: 'You called this number 4 seconds ago.',
  'phone-offline': 'The phone of extension 1001 is not registered: it cannot ring.',
  'on-a-call': 'You are on a call with Maximiliane-Theodora von Hohenstein-Wittelsbach.',
  'extension-by-hand': 'Key in 4711 yourself once they answer.'
}
const toldOnly: readonly DialCautionKind[] = ['on-a-call', 'extension-by-hand']

const caution = (kind: DialCautionKind): DialCaution => ({
  kind,
  mustBeAgreed: !toldOnly.includes(kind),
  text: cautionTexts[kind]
})

const inAnHourMs = Date.now() + 3_600_000

const one = (candidate: DialCandidate, change: Partial<Dial> = {}): Partial<Dial> => ({
  candidates: [candidate],
  ...change
})
const niger = dialCandidate(number('+22720123456'), { cautions: [caution('foreign')] })
const byHand = dialCandidate(anna, { extensionByHand: '4711', cautions: [caution('extension-by-hand')] })
const long = dialCandidate(
  {
    ...longNamed,
    name: 'Maximiliane-Theodora von Hohenstein-Wittelsbach-Ahrensburg',
    company: 'Hausverwaltung Süd GmbH & Co. KG, Niederlassung München-Schwabing, Reparaturannahme'
  },
  { callerId: mainLine.address }
)

/** One a caution: what it is about stands in the number, where it is the number that it is about. */
const warned: Readonly<Record<DialCautionKind, Partial<Dial>>> = {
  foreign: one(niger),
  premium: one(dialCandidate(number('+19005550199'), { cautions: [caution('premium')] })),
  'feature-code': one(
    dialCandidate(
      { ...number('*72'), kind: 'other', display: '*72' },
      { cautions: [caution('feature-code')] }
    )
  ),
  emergency: one(dialCandidate(extension('911', 'Emergency'), { cautions: [caution('emergency')] })),
  repeated: one(dialCandidate(anna), { asked: { address: anna.address, cautions: [caution('repeated')] } }),
  'phone-offline': one(dialCandidate(anna), { cautions: [caution('phone-offline')] }),
  'on-a-call': one(dialCandidate(anna), { cautions: [caution('on-a-call')] }),
  'extension-by-hand': one(byHand)
}

const texts: Readonly<Record<Undialable, string>> = {
  empty: '',
  'no-number': 'the quarterly figures of the second building, as agreed on Thursday with everybody',
  'too-long': 'x'.repeat(200),
  'feature-code': '*72 555 010 0199',
  emergency: '911',
  premium: '+1 900 555 0199',
  foreign: '+227 20 12 34 56'
}

const byKind = <K extends string>(kinds: readonly K[], prefix: string, screenOf: (kind: K) => Screen) =>
  Object.fromEntries(kinds.map((kind) => [`${prefix}-${kind}`, screenOf(kind)]))

const inMain = (hash: string, act: Act, answers: Screen['answers'] = () => ({})): Screen => ({
  page: 'main',
  hash,
  answers: (nowMs) => ({ 'popup:list-cards': () => [], ...answers(nowMs) }),
  callFilter: {},
  act
})

/** Puts the caret into the dial bar, with `text` in it. */
const dialBar =
  (text: string, selector: string): Act =>
  async (uiStore) => {
    uiStore.getState().setSearchText(text)
    const field = await appeared('search input')
    if (field instanceof HTMLElement) field.focus()
    await appeared(selector)
  }

/** Types `text` into it, and Enter. */
const enterInDialBar =
  (text: string): Act =>
  async (uiStore) => {
    await dialBar(text, 'search input:focus')(uiStore)
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await appeared('search output span')
  }

const browser = { 'session:get-host': () => browserHost }
/** The same dial over the page, for the host that has no window of its own for it. */
const dialog = (change: Partial<Dial>): Screen => ({
  ...strip(),
  page: 'main',
  hash: '/calls',
  answers: () => ({
    'popup:list-cards': () => [],
    ...browser,
    'dialing:get-dial': () => sampleDial(change)
  })
})
const noSuggestions = { 'dialing:get-suggestions': () => ({ recent: [], favourites: [] }) }

/** The dial strip, the suggestions and the favourites, in the states worth looking at. */
export const dialingScreens: Readonly<Record<string, Screen>> = {
  strip: strip(),
  'strip-one': strip(one(dialCandidate(anna, { callerId: mainLine.address }))),
  'strip-settling': strip({ source: 'link', acceptsFromMs: inAnHourMs }),
  ...byKind(Object.keys(warned) as DialCautionKind[], 'strip-caution', (kind) => strip(warned[kind])),
  'strip-asked': strip(
    one(niger, {
      acceptsFromMs: inAnHourMs,
      asked: { address: niger.address, cautions: niger.cautions }
    })
  ),
  'strip-asked-much': strip({
    candidates: [byHand, niger, long],
    cautions: [caution('on-a-call')],
    leftOutCount: 2,
    asked: {
      address: anna.address,
      cautions: [caution('phone-offline'), caution('premium'), caution('repeated')]
    }
  }),
  'strip-counting': strip(
    one(byHand, { state: 'counting-down', chosen: byHand, dialsAtMs: Date.now() + 60_000 })
  ),
  'strip-counting-many': strip({ state: 'counting-down', dialsAtMs: Date.now() + 60_000 }),
  'strip-cancelled': strip({ state: 'cancelled' }),
  'strip-placing': strip({ state: 'placing' }),
  'strip-placed': strip(one(byHand, { state: 'placed', chosen: byHand })),
  'strip-refused': strip({ state: 'refused', message: 'Your phone is not registered: switch it on first.' }),
  'strip-unknown': strip({
    state: 'unknown',
    message:
      'The call may have gone out: Voice360 did not answer in time. Look at your phone before dialing again.'
  }),
  'strip-obstacle': strip({
    fromExtension: null,
    message: 'It is not known which extension is yours. Choose it in Settings.'
  }),
  'strip-left-out': strip(one(dialCandidate(stranger), { source: 'link', leftOutCount: 2 })),
  'strip-long': strip({ candidates: [long, dialCandidate(longNamed), byHand], callerId: mainLine.address }),
  'strip-maybe': strip(
    one(dialCandidate({ ...stranger, possibleNames: ['Anna Meier', 'Ben Okafor', longNamed.name ?? ''] }))
  ),
  ...byKind(undialableSchema.options, 'strip-undialable', (reason) =>
    strip({ candidates: [], undialable: reason, text: texts[reason] })
  ),
  'dial-dialog': dialog({}),
  'dial-dialog-cancelled': dialog({ state: 'cancelled' }),
  'dial-dialog-asked': dialog(one(niger, { asked: { address: niger.address, cautions: niger.cautions } })),
  'dial-bar-suggestions': inMain('/calls', dialBar('', '[role="option"]')),
  'dial-bar-suggestions-team': inMain('/team', dialBar('', '[role="option"]')),
  'dial-bar-typed': inMain('/calls', dialBar('555', 'search [role="option"]')),
  'dial-bar-none': inMain('/calls', dialBar('', 'search input:focus'), () => noSuggestions),
  'dial-bar-several': inMain('/calls', enterInDialBar('n')),
  'dial-bar-nobody': inMain('/calls', enterInDialBar('the second building')),
  'dial-bar-refused': inMain('/calls', dialBar('911', 'search output span')),
  'palette-suggestions': inMain('/calls', searchFor('')),
  'palette-refused': inMain('/calls', searchFor('911')),
  'person-favourite': inMain(
    `/people/${encodeURIComponent(anna.address)}`,
    async () => void (await appeared('h2')),
    () => ({ 'settings:get-settings': () => ({ ...defaultSettings, favouriteNumbers: [anna.address] }) })
  ),
  'person-favourites-full': inMain(
    `/people/${encodeURIComponent(longNamed.address)}`,
    async () => void (await appeared('h2')),
    () => ({
      'settings:get-settings': () => ({
        ...defaultSettings,
        favouriteNumbers: Array.from({ length: 100 }, (_, at) => `+1555000${1000 + at}`)
      })
    })
  )
}
