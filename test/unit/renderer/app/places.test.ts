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

it.each(['/', '/nowhere', '/people', ''])('takes "%s" for the calls', (path) => {
  expect(parsePlace(path)).toEqual({ screen: 'calls', callId: null })
})

it('survives a path that was typed by hand', () => {
  expect(parsePlace('/calls/100%')).toEqual({ screen: 'calls', callId: '100%' })
})
