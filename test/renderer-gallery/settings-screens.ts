import type { Hotkeys } from '../../src/shared/domain/hotkey.ts'
import { unknownReach } from '../../src/shared/domain/reach.ts'
import { defaultSettings, type Settings } from '../../src/shared/domain/settings.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { browserHost, type ScriptedBridge } from '../fakes/scripted-bridge.ts'
import { hotkeysWith } from '../fakes/scripted-hotkeys.ts'
import { sampleTeam } from '../fakes/scripted-team.ts'
import { type Act, appeared, frames, inOrder, press } from './acts.ts'

/** The settings, with the section of that title in view once `act` is done. */
const settings = (title: string, answers: Partial<Answers> = {}, act: Act = () => undefined) => ({
  page: 'main' as const,
  hash: '/settings',
  callFilter: {},
  answers: (): Partial<Answers> => ({ 'popup:list-cards': () => [], ...answers }),
  act: inOrder(act, scrollTo(title))
})

const scrollTo =
  (title: string): Act =>
  async () => {
    const heading = () =>
      [...document.querySelectorAll('h2')].find(({ textContent }) => textContent === title)
    while (!heading()) await frames(1)
    heading()?.scrollIntoView()
  }

const chosen = (change: Partial<Settings>): Partial<Answers> => ({
  'settings:get-settings': () => ({ ...defaultSettings, ...change })
})

const hotkeysAre = (hotkeys: Hotkeys): Partial<Answers> => ({
  'hotkeys:get-hotkeys': () => hotkeys,
  'hotkeys:set-mode': ({ mode }) => {
    tellHotkeys({ ...hotkeys, mode })
    return { ...hotkeys, mode }
  }
})
const tellHotkeys = (hotkeys: Hotkeys) =>
  (window as unknown as { readonly bridge: ScriptedBridge }).bridge.emit('hotkeys:hotkeys-changed', hotkeys)

/** Presses keys where the focus is put. */
const pressKeys =
  (label: string, init: KeyboardEventInit): Act =>
  async () => {
    const field = await appeared(`button[aria-label="${label}"]`)
    field.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }))
  }

const startRecording = press('Dial the copied number: Ctrl+Shift+D')
const recorder = 'Dial the copied number: Press the keys'
const prove = press('Press it now: Dial the copied number')

/** The settings of sharing, dialing, hotkeys and links, in the states worth looking at. */
export const settingsScreens = {
  'settings-sharing': settings('Shared with your team', {
    'team:get-team': () => sampleTeam(Date.now()),
    ...chosen({ isSharingContacts: true })
  }),
  'settings-sharing-alone': settings('Shared with your team', chosen({ isSharingRemarks: true })),
  'settings-browser': settings('Hotkeys', {
    'session:get-host': () => browserHost,
    'hotkeys:get-hotkeys': () =>
      hotkeysWith(
        { dial: { state: 'unavailable' }, popup: { state: 'unavailable' }, app: { state: 'unavailable' } },
        { hasSelection: false }
      ),
    'links:get-handlers': () => ({
      system: 'browser',
      handlers: [{ scheme: 'tel', state: 'unavailable' }]
    }),
    'reach:get-reach': () => ({
      ...unknownReach,
      reason: 'The tunnel stopped. Restarting, next try in 8 s.'
    })
  }),
  'settings-dialing': settings('Dialing'),
  'settings-guards': settings(
    'What may be dialed',
    chosen({
      dialedCountries: ['CA', 'MX', 'GS', 'VC', 'BQ', 'DE'],
      premiumGuard: 'ask',
      dialsPerMinute: 12
    })
  ),
  'settings-hotkeys': settings(
    'Hotkeys',
    hotkeysAre(
      hotkeysWith({
        popup: { state: 'taken', accelerator: 'CommandOrControl+Alt+Shift+PageDown' },
        app: { state: 'taken', accelerator: 'CommandOrControl+Shift+D' }
      })
    )
  ),
  'settings-hotkeys-invalid': settings('Hotkeys', hotkeysAre(hotkeysWith({ app: { state: 'invalid' } }))),
  'settings-hotkeys-recording': settings('Hotkeys', hotkeysAre(hotkeysWith()), startRecording),
  'settings-hotkeys-held': settings(
    'Hotkeys',
    hotkeysAre(hotkeysWith()),
    inOrder(
      startRecording,
      pressKeys(recorder, { key: 'Shift', code: 'ShiftLeft', ctrlKey: true, shiftKey: true })
    )
  ),
  'settings-hotkeys-refused': settings(
    'Hotkeys',
    hotkeysAre(hotkeysWith()),
    inOrder(startRecording, pressKeys(recorder, { key: 'c', code: 'KeyC', ctrlKey: true }))
  ),
  'settings-hotkeys-proving': settings('Hotkeys', hotkeysAre(hotkeysWith()), prove),
  'settings-hotkeys-works': settings(
    'Hotkeys',
    hotkeysAre(hotkeysWith()),
    inOrder(prove, () => tellHotkeys(hotkeysWith({ dial: { lastPressedAtMs: Date.now() } })))
  ),
  'settings-hotkeys-wayland': settings(
    'Hotkeys',
    hotkeysAre(hotkeysWith({ popup: { state: 'taken' } }, { isUnproven: true, hasSelection: false })),
    prove
  ),
  'settings-links': settings('Links on pages and in documents', {
    'links:get-handlers': () => ({
      system: 'windows',
      handlers: [
        { scheme: 'tel', state: 'this-app' },
        { scheme: 'callto', state: 'another' },
        { scheme: 'sms', state: 'another' }
      ]
    })
  }),
  'settings-links-linux': settings('Links on pages and in documents'),
  'settings-start': settings('Start')
}
