import type { Dial, DialCandidate, Interpretation } from '../../src/shared/domain/dialing.ts'
import { succeeded } from '../../src/shared/domain/failure.ts'
import type { Party } from '../../src/shared/domain/party.ts'
import type { EventChannel } from '../../src/shared/ipc/channels.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import { anna, number } from './sample-office.ts'
import type { Answers } from './scripted-bridge.ts'

type Emit = <E extends EventChannel>(channel: E, payload: EventPayload<E>) => void

type DialingAnswers = Pick<
  Answers,
  | 'dialing:interpret-text'
  | 'dialing:propose-dial'
  | 'dialing:confirm-dial'
  | 'dialing:cancel-dial'
  | 'dialing:get-dial'
  | 'dialing:get-suggestions'
  | 'dialing:fit-height'
>

export const dialCandidate = (party: Party, change: Partial<DialCandidate> = {}): DialCandidate => ({
  ...party,
  extensionByHand: null,
  callerId: null,
  cautions: [],
  ...change
})

/** A dial to Anna, or two other numbers found beside hers. */
export const sampleDial = (change: Partial<Dial>): Dial => ({
  id: '4f7c2c1e-6f0b-4a43-9a53-0f4e4a2b7b11',
  state: 'confirming',
  source: 'hotkey',
  candidates: [
    dialCandidate(anna),
    dialCandidate(number('+15559873210', 'Ben Okafor')),
    dialCandidate(number('+442071838750'))
  ],
  undialable: null,
  text: 'call +1 555 123 4567',
  chosen: null,
  fromExtension: '1001',
  callerId: null,
  isRecorded: false,
  cautions: [],
  asked: null,
  acceptsFromMs: 0,
  leftOutCount: 0,
  dialsAtMs: null,
  callId: null,
  message: null,
  ...change
})

/** Dials that count down as soon as they are confirmed, and are never placed. */
export function scriptedDialing(emit: Emit): DialingAnswers {
  let dial: Dial | null = null
  const setDial = (next: Dial): Dial => {
    dial = next
    emit('dialing:dial-changed', next)
    return next
  }
  return {
    'dialing:interpret-text': ({ text }) => interpret(text),
    'dialing:propose-dial': ({ text }) => setDial(sampleDial({ text, source: 'page' })),
    'dialing:confirm-dial': ({ candidateIndex }) =>
      succeeded(
        setDial({
          ...(dial ?? sampleDial({})),
          state: 'counting-down',
          chosen: dial?.candidates[candidateIndex] ?? dialCandidate(anna),
          dialsAtMs: Date.now() + 3_000
        })
      ),
    'dialing:cancel-dial'() {
      const cancelled: Dial = { ...(dial ?? sampleDial({})), state: 'cancelled' }
      if (dial?.state === 'counting-down') return succeeded(setDial(cancelled))
      dial = null
      emit('dialing:dial-changed', null)
      return succeeded(cancelled)
    },
    'dialing:get-dial': () => dial,
    'dialing:fit-height': () => ({ ok: true }),
    'dialing:get-suggestions': () => ({
      recent: [anna, number('+15559873210', 'Ben Okafor'), number('+442071838750')],
      favourites: [number('+4930123456', 'Maximiliane-Theodora von Hohenstein-Wittelsbach')]
    })
  }
}

function interpret(text: string): Interpretation {
  const digits = text.replace(/\D/gu, '')
  if (digits === '') return { outcome: 'undialable', reason: 'no-number', text }
  if (/[*#]/u.test(text)) return { outcome: 'undialable', reason: 'feature-code', text }
  if (digits === '911') return { outcome: 'undialable', reason: 'emergency', text }
  const party = number(text.startsWith('+') ? `+${digits}` : `+1${digits}`)
  return { outcome: 'dialable', candidates: [dialCandidate(party)] }
}
