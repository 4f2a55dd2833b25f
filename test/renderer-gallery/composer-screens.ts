import type { Draft, ScheduledMessage } from '../../src/shared/domain/message.ts'
import { defaultSettings } from '../../src/shared/domain/settings.ts'
import { anna, faxLine, longNamed, mainLine, stranger, supportLine } from '../fakes/sample-office.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { type Act, chooseFromMenu, inOrder, press } from './acts.ts'

const hourMs = 3_600_000
const longText =
  'Good morning, the heating in the stairwell of the second building was looked at today. The pump has to be replaced; the part arrives on Thursday and our technician comes on Friday between eight and twelve. Please make sure that somebody can let him into the cellar, and tell the tenants that the water is off for about two hours. Thank you!'

const draft = (body: string, change: Partial<Draft> = {}): Draft => ({
  address: anna.address,
  body,
  line: supportLine.address,
  intentId: '5d2f0b9e-77b8-4b43-9a53-0f4e4a2b7b11',
  wasTried: false,
  ...change
})

const noCards: Partial<Answers> = { 'popup:list-cards': () => [] }

const writing = (body: string, answers: (nowMs: number) => Partial<Answers> = () => ({}), act?: Act) => ({
  page: 'main' as const,
  hash: `/people/${encodeURIComponent(anna.address)}`,
  callFilter: {},
  answers: (nowMs: number): Partial<Answers> => ({
    ...noCards,
    'messages:list-drafts': () => (body === '' ? [] : [draft(body)]),
    ...answers(nowMs)
  }),
  ...(act ? { act } : {})
})

const scheduled = (nowMs: number): readonly ScheduledMessage[] => {
  const message = (id: number, change: Partial<ScheduledMessage>): ScheduledMessage => ({
    id: `5d2f0b9e-77b8-4b43-9a53-0f4e4a2b7b2${id}`,
    line: supportLine.address,
    other: anna,
    body: 'Reminder: we see each other tomorrow at ten.',
    dueAtMs: nowMs + 20 * hourMs,
    afterId: null,
    heldBecause: null,
    ...change
  })
  return [
    message(1, {}),
    message(2, {
      body: longText.slice(0, 150),
      dueAtMs: nowMs - 9 * hourMs,
      heldBecause: 'the app was not running when it was due'
    }),
    message(3, { body: '(1/3) Good morning,', line: mainLine.address, dueAtMs: nowMs + 60 * hourMs }),
    message(4, { body: '(2/3) the heating was looked at', afterId: message(3, {}).id }),
    message(5, { body: '(3/3) today.', afterId: message(4, {}).id })
  ]
}

/** A zone in which it is about two in the morning. */
const zoneAtNight = (nowMs: number): string => {
  const offset = 2 - new Date(nowMs).getUTCHours()
  const hours = offset < -11 ? offset + 24 : offset
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}

const stopped = (nowMs: number): Partial<Answers> => ({
  'messages:check-recipient': ({ address }) => ({
    address,
    stoppedAtMs: nowMs - 50 * hourMs,
    timeZone: zoneAtNight(nowMs)
  })
})

/** Shows the person with that address, ready to be written to. */
const compose =
  (address: string, how: 'message' | 'text-back'): Act =>
  (uiStore) =>
    uiStore.getState().requestCompose(address, how)

/** The composer, in the states worth looking at. */
export const composerScreens = {
  'composer-typographic': writing('Hello Anna – we’re “open” until five. See you then!'),
  'composer-emoji-text': writing('Thank you 🙂\nSee you on Friday, 東京 or not.'),
  'composer-other-script': writing('明日の午後に折り返しお電話いたします。ありがとうございました。'),
  'composer-long': writing(longText),
  'composer-hopeless': writing('x'.repeat(3_200)),
  'composer-split': writing(longText, undefined, press('Send as 3 messages…')),
  'composer-stopped': writing('Hello Anna, ', stopped),
  'composer-stop-question': writing('Hello Anna, ', stopped, press('Send')),
  'composer-stop-told': writing(
    'Hello',
    () => ({
      'messages:send-message': () => ({
        ok: false,
        failure: { code: 'stopped', message: 'This number asked for no more messages.' }
      })
    }),
    inOrder(press('Send'), press('Send anyway'))
  ),
  'composer-scheduled': writing('', (nowMs) => ({ 'messages:list-scheduled': () => scheduled(nowMs) })),
  'composer-templates': writing('', undefined, press('Templates')),
  'composer-emoji': writing('', undefined, press('Emoji')),
  'composer-later': writing('Hello', undefined, press('Send later…')),
  'composer-pick-time': writing('Hello', undefined, chooseFromMenu('Send later…', 'At another time…')),
  'composer-line-cannot': writing('', () => ({
    'messages:list-drafts': () => [draft('Hello', { line: faxLine.address })]
  })),
  'composer-no-lines': writing('', () => ({ 'messages:list-lines': () => [] })),
  'composer-refused': writing(
    'Hello',
    () => ({
      'messages:send-message': () => ({
        ok: false,
        failure: {
          code: 'not-sendable',
          message: 'Voice360 takes no more messages in this minute. Try again in 40 seconds.'
        }
      })
    }),
    press('Send')
  ),
  'composer-text-back': {
    ...writing('', undefined, compose(stranger.address, 'text-back')),
    hash: `/people/${encodeURIComponent(stranger.address)}`
  },
  'composer-long-name': {
    ...writing('', stopped, compose(longNamed.address, 'text-back')),
    hash: `/people/${encodeURIComponent(longNamed.address)}`
  },
  'settings-template': {
    ...writing('', () => ({ 'settings:get-settings': () => defaultSettings })),
    hash: '/settings',
    act: inOrder(press('Edit “Thank you”'))
  }
}
