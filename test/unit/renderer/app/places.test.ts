import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsePlace, pathOf } from '../../../../src/renderer/app/places.ts'

it('reads back every id it writes into a path', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
      expect(parsePlace(pathOf({ screen: 'messages', threadId: id }))).toEqual({
        screen: 'messages',
        threadId: id
      })
    })
  )
})

it('reads back the message it is to show, and no message where there is none', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(), (id, atMs) => {
      const place = { screen: 'messages', threadId: '+1|+2', message: { atMs, id } } as const
      expect(parsePlace(pathOf(place))).toEqual(place)
    })
  )
  expect(parsePlace('/messages/x/yesterday')).toEqual({ screen: 'messages', threadId: 'x' })
})

it.each(['/', '/nowhere', '/people', ''])('takes "%s" for the calls', (path) => {
  expect(parsePlace(path)).toEqual({ screen: 'calls', callId: null })
})

it('survives a path that was typed by hand', () => {
  expect(parsePlace('/calls/100%')).toEqual({ screen: 'calls', callId: '100%' })
})

it('reads back where it stands among contacts and events', () => {
  const places = [
    { screen: 'contacts', contactId: null },
    { screen: 'contacts', contactId: 'a/b?c' },
    { screen: 'new-contact', number: null },
    { screen: 'new-contact', number: '+15551234567' },
    { screen: 'import-contacts' },
    { screen: 'colleague', extension: '1002' },
    { screen: 'events', seq: null },
    { screen: 'events', seq: 118 },
    { screen: 'diagnostics' },
    { screen: 'reach', part: null },
    { screen: 'reach', part: 'webhooks' }
  ] as const
  expect(places.map((place) => parsePlace(pathOf(place)))).toEqual(places)
})

it('takes the number of a new contact from a query too', () => {
  const asked = { screen: 'new-contact', number: '+15551234567' }
  expect(parsePlace('/contacts/new?number=%2B15551234567')).toEqual(asked)
  expect(parsePlace('/contacts/new?number=+15551234567')).toEqual(asked)
})

it('takes an event that is no number for none', () => {
  expect(parsePlace('/settings/events/x')).toEqual({ screen: 'events', seq: null })
})
