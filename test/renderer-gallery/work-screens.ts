import type { Call } from '../../src/shared/domain/call.ts'
import type { Contact } from '../../src/shared/domain/contact.ts'
import { failed, succeeded } from '../../src/shared/domain/failure.ts'
import type { LostCallers } from '../../src/shared/domain/lost-caller.ts'
import { sampleContacts } from '../fakes/sample-contacts.ts'
import { extension, longNamed, sampleCalls } from '../fakes/sample-office.ts'
import { sampleLostCallers } from '../fakes/sample-queues.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'
import { type Act, appeared, frames, inOrder, press } from './acts.ts'

const at = (hash: string, answers: (nowMs: number) => Partial<Answers>, act?: Act) => ({
  page: 'main' as const,
  hash,
  callFilter: {},
  answers: (nowMs: number): Partial<Answers> => ({ 'popup:list-cards': () => [], ...answers(nowMs) }),
  ...(act && { act })
})

const minuteMs = 60_000
const maria = extension('1002', 'Maria Garcia')
const longNamedColleague = extension('1009', longNamed.name ?? '')

/** Claimed by a colleague, long ago by one with a long name, by me, and by nobody. */
function lostCallers(nowMs: number, isTeamOffline = false): LostCallers {
  const { callers, ...rest } = sampleLostCallers(nowMs)
  const claims = [
    { by: maria, atMs: nowMs - 3 * minuteMs, isOld: false },
    { by: longNamedColleague, atMs: nowMs - 160 * minuteMs, isOld: true },
    { by: null, atMs: nowMs - minuteMs, isOld: false },
    null
  ]
  const claimed = claims.flatMap((claim, index) => {
    const caller = callers[index % callers.length]
    if (caller === undefined) return []
    const address = `${caller.party.address}${index}`
    return [{ ...caller, party: { ...caller.party, address }, claim, revision: index }]
  })
  return { ...rest, callers: claimed, isTeamOffline }
}

const board =
  (isTeamOffline = false) =>
  (nowMs: number): Partial<Answers> => ({
    'queues:list-lost-callers': () => lostCallers(nowMs, isTeamOffline)
  })

/** The call with Anna, as the team has noted it. */
const noted =
  (change: Partial<Call>) =>
  (nowMs: number): Partial<Answers> => {
    const calls = sampleCalls(nowMs).map((call) =>
      call.id === 'back' ? { ...call, remark: { by: maria, atMs: nowMs - 9 * minuteMs }, ...change } : call
    )
    const entries = calls
      .filter(({ other }) => other.name === 'Anna Meier')
      .map((call) => ({ kind: 'call' as const, atMs: call.startedAtMs, call }))
      .toReversed()
    return {
      'calls:list-calls': () => ({ calls, gaps: [], next: null }),
      'calls:get-call': ({ callId }) => calls.find(({ id }) => id === callId) ?? null,
      'calls:get-timeline': () => ({ entries, earlier: null })
    }
  }

/** Writes into the note of the call and leaves it. */
const writeNote: Act = async () => {
  const field = await appeared('textarea[aria-label="Note of this call"]')
  if (!(field instanceof HTMLTextAreaElement)) return
  field.focus()
  // React asks the prototype whether the value is another.
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
  value?.set?.call(field, 'Wants 60 desks now, not 40.')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await frames(2)
  field.blur()
  await appeared('[role="alert"]')
}

const team = (contact: Contact, nowMs: number, by: typeof maria | null): Contact => ({
  ...contact,
  team: { by, atMs: nowMs - 9 * minuteMs, revision: 7 }
})
const contacts = (nowMs: number): readonly Contact[] =>
  sampleContacts.map((contact, index) => {
    if (index === 0) return team(contact, nowMs, maria)
    if (index === 4) return team(contact, nowMs, longNamedColleague)
    return index === 2 ? team(contact, nowMs, null) : contact
  })
const sharing =
  (state: 'on' | 'offline') =>
  (nowMs: number): Partial<Answers> => ({
    'contacts:list-contacts': () => contacts(nowMs),
    'contacts:get-sharing': () => state
  })
const contactAt = (index: number): string => `/contacts/${sampleContacts[index]?.id}`

/** What a team shares, in the states worth looking at. */
export const workScreens = {
  'work-claims': at('/queues', board()),
  'work-claims-offline': at('/queues', board(true)),
  'work-take-over': at('/queues', board(), press('Take over')),
  'work-too-late': at(
    '/queues',
    (nowMs) => ({
      ...board()(nowMs),
      'queues:mark-lost-caller': () => failed('claimed', 'Maria Garcia is on it since 12:04 PM.')
    }),
    inOrder(press("I'm on it"), async () => void (await appeared('[role="alert"]')))
  ),
  'work-note': at('/calls/back', noted({})),
  'work-note-kept': at(
    '/calls/back',
    noted({
      remark: { by: longNamedColleague, atMs: Date.now() - 9 * minuteMs },
      keptNote: 'Wants 60 desks now, not 40. Call Maria before Friday, she knows about the discount.'
    })
  ),
  'work-note-changed': at(
    '/calls/back',
    (nowMs) => ({
      ...noted({})(nowMs),
      'calls:set-note': () =>
        failed(
          'changed',
          'Maria Garcia wrote at 12:04 PM: “Wants a quote for 50 desks”. Your words are kept on this computer, not shared.'
        )
    }),
    writeNote
  ),
  'work-contact': at(contactAt(0), sharing('on')),
  'work-contact-long': at(contactAt(4), sharing('on')),
  'work-share-contact': at(contactAt(3), sharing('on'), press('Share with team')),
  'work-contact-offline': at(contactAt(3), sharing('offline')),
  'work-contact-delete': at(contactAt(0), sharing('on'), press('Delete')),
  'work-contact-changed': at(
    contactAt(0),
    (nowMs) => ({
      ...sharing('on')(nowMs),
      'contacts:save-contact': () => {
        const [contact] = contacts(nowMs)
        return succeeded({
          kind: 'changed',
          theirs: contact ? { ...contact, company: 'Meier & Söhne, jetzt mit Polsterei' } : null
        })
      }
    }),
    inOrder(press('Edit'), press('Save'), async () => void (await appeared('[role="alert"]')))
  )
}
