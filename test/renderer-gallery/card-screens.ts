import type { Call } from '../../src/shared/domain/call.ts'
import type { PopupCard } from '../../src/shared/domain/popup-card.ts'
import { quietUntilOffMs } from '../../src/shared/domain/quiet.ts'
import { defaultSettings, type Settings } from '../../src/shared/domain/settings.ts'
import { anonymous, longNamed, number, sampleCalls, stranger } from '../fakes/sample-office.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'

const hourMs = 3_600_000
const longNote =
  'Asked again for the offer of the second building, with the stairwell, the lift and both cellars; the roof can wait until spring. Call before ten.'

type Change = Partial<Omit<PopupCard, 'call'>> & { readonly call?: Partial<Call> }

/** A card of one of the sample calls. */
function card(nowMs: number, id: string, { call, ...change }: Change = {}): readonly PopupCard[] {
  return sampleCalls(nowMs)
    .filter((it) => it.id === id)
    .map((it) => ({
      call: { ...it, ...call },
      lastContact: null,
      place: null,
      leavesAtMs: null,
      isHeld: false,
      ...change
    }))
}

const popup = (cardsAt: (nowMs: number) => readonly PopupCard[], settings: Partial<Settings> = {}) => ({
  page: 'popup' as const,
  hash: '/',
  callFilter: {},
  answers: (nowMs: number): Partial<Answers> => ({
    'popup:list-cards': () => cardsAt(nowMs),
    'settings:get-settings': () => ({ ...defaultSettings, ...settings })
  })
})

const newYork = { name: 'New York, NY', timeZone: 'America/New_York' }
const crmTemplate = 'https://crm.example.com/people?phone={number}'

/** The pop-up's cards, in the states worth looking at. */
export const cardScreens = {
  'popup-place': popup(
    (nowMs) =>
      card(nowMs, 'ringing', {
        call: { other: { ...number('+15551234567', 'Anna Meier'), company: 'Acme & Co' } },
        place: newYork,
        lastContact: { kind: 'note', atMs: nowMs - 74 * hourMs, text: 'wants a quote for 40 desks' }
      }),
    { crmTemplate }
  ),
  'popup-note': popup(
    (nowMs) => [
      ...card(nowMs, 'missed'),
      ...card(nowMs, 'ringing', { call: { note: longNote }, place: newYork, isHeld: true })
    ],
    { crmTemplate }
  ),
  'popup-masked': popup(
    (nowMs) => [
      ...card(nowMs, 'missed', { call: { other: stranger }, place: { name: 'Germany', timeZone: null } }),
      ...card(nowMs, 'ringing', { place: newYork })
    ],
    { isMaskingDigits: true }
  ),
  'popup-ambiguous': popup((nowMs) =>
    card(nowMs, 'ringing', {
      call: {
        other: {
          ...stranger,
          possibleNames: ['Anna Meier', longNamed.name ?? '', 'Ben Okafor', 'Noor van der Berg']
        }
      },
      place: { name: 'Ingersoll, ON', timeZone: 'America/Toronto' }
    })
  ),
  'popup-missed': popup(
    (nowMs) => [
      ...card(nowMs, 'missed', { call: { note: longNote } }),
      ...card(nowMs, 'abandoned', { place: newYork }),
      ...card(nowMs, 'anonymous', { call: { other: anonymous } }),
      ...card(nowMs, 'timed-out')
    ],
    { crmTemplate }
  ),
  'popup-long': popup(
    (nowMs) => [
      ...card(nowMs, 'running', {
        call: {
          queueName: 'Hausverwaltung Nord, Reparaturannahme und Notdienst außerhalb der Bürozeiten',
          other: {
            ...longNamed,
            company: 'Hausverwaltung Süd GmbH & Co. KG, Niederlassung München-Schwabing'
          }
        },
        place: { name: 'Garmisch-Partenkirchen, Bavaria', timeZone: 'Europe/Berlin' },
        lastContact: { kind: 'message', atMs: nowMs - 2 * hourMs, text: longNote }
      }),
      ...card(nowMs, 'running', {
        call: { id: 'ended', state: 'ended', isMine: true, endedAtMs: nowMs - 4_000, other: longNamed },
        leavesAtMs: nowMs + 6_000
      })
    ],
    { crmTemplate }
  )
}

/** Settings of the pop-up and of do not disturb, as the main window shows them. */
export const alertSettings = {
  quiet: { ...defaultSettings, quietUntilMs: quietUntilOffMs },
  myQueues: {
    ...defaultSettings,
    popups: 'my-queues' as const,
    myQueues: ['Sales Queue', 'Night desk of the second house'],
    isMaskingDigits: true,
    crmTemplate: 'https://crm.example.com/people?phone={number}&agent={who}'
  }
} satisfies Record<string, Settings>
