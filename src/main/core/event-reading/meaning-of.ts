import { showAddress } from '../numbers/index.ts'
import type { Translate } from '../translate.ts'
import type { UnderstoodEvent } from '../understand-event.ts'

/** What an event tells, as a sentence. */
export function meaningOf(understood: UnderstoodEvent, t: Translate): string {
  switch (understood.kind) {
    case 'not-understood':
      return t('events.notUnderstood')
    case 'message': {
      const { kind, from, to } = understood.fact
      return t('events.message', { what: t(`events.${kind}`), from: shown(from, t), to: shown(to, t) })
    }
    case 'call': {
      const { kind, from, to, extension, queueName, callId } = understood.fact
      return [
        t('events.call', { what: t(`events.${kind}`), from: shown(from, t), to: shown(to, t) }),
        ...(extension === null ? [] : [t('events.extension', { extension })]),
        ...(queueName === null ? [] : [t('events.queue', { queueName })]),
        ...(callId === null ? [t('events.withoutId')] : [])
      ].join(' ')
    }
  }
}

const shown = (address: string | null, t: Translate): string => {
  if (address === null) return t('events.nobody')
  return address === '' ? t('party.anonymous') : showAddress(address)
}
