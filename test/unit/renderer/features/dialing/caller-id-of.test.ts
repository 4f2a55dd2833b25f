import { expect, it } from 'vitest'
import { callerIdOf } from '../../../../../src/renderer/features/dialing/caller-id-of.ts'

const kept = { callerId: '+15551112222' }
const never = { callerId: null }

it('begins with the number last shown to the candidate, and follows to another candidate', () => {
  expect(callerIdOf(undefined, kept)).toBe('+15551112222')
  expect(callerIdOf(undefined, never)).toBeNull()
  expect(callerIdOf(undefined, null)).toBeNull()
})

it('stays as it was chosen by hand, whoever is called, also where the default was chosen', () => {
  expect(callerIdOf('+15559876543', kept)).toBe('+15559876543')
  expect(callerIdOf('+15559876543', never)).toBe('+15559876543')
  expect(callerIdOf(null, kept)).toBeNull()
})
