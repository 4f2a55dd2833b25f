import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextUpdateState, type UpdateEvent } from '../../../../../src/main/core/updates/next-update-state.ts'
import { type UpdateState, updateStateSchema } from '../../../../../src/shared/domain/updates.ts'

const happen = (...events: readonly UpdateEvent[]): UpdateState =>
  events.reduce(nextUpdateState, { kind: 'idle' } as UpdateState)

const checkBegan = { kind: 'check-began' } as const
const found = { kind: 'found', version: '2.0.0' } as const
const downloadBegan = { kind: 'download-began' } as const
const fetched = { kind: 'fetched' } as const
const failed = { kind: 'failed' } as const
const upToReady = [checkBegan, found, downloadBegan, fetched]

test('the way from nothing known to a newer version', () => {
  expect(happen(checkBegan)).toEqual({ kind: 'checking' })
  expect(happen(checkBegan, { kind: 'nothing-newer' })).toEqual({ kind: 'idle' })
  expect(happen(checkBegan, found)).toEqual({ kind: 'available', version: '2.0.0' })
  expect(happen(checkBegan, found, downloadBegan, { kind: 'progressed', fraction: 0.5 })).toEqual({
    kind: 'downloading',
    version: '2.0.0',
    fraction: 0.5
  })
  expect(happen(...upToReady)).toEqual({ kind: 'ready', version: '2.0.0' })
  expect(happen(...upToReady, { kind: 'wanted', isBusy: false }).kind).toBe('installing')
  expect(happen(...upToReady, { kind: 'wanted', isBusy: true }).kind).toBe('waiting')
  expect(happen(...upToReady, { kind: 'wanted', isBusy: true }, { kind: 'became-quiet' }).kind).toBe(
    'installing'
  )
})

test('what failed can be tried again from where it was', () => {
  expect(happen(checkBegan, failed).kind).toBe('idle')
  expect(happen(checkBegan, found, downloadBegan, failed)).toEqual({ kind: 'available', version: '2.0.0' })
  expect(happen(...upToReady, { kind: 'wanted', isBusy: false }, failed)).toEqual({
    kind: 'ready',
    version: '2.0.0'
  })
})

const event = fc.oneof<fc.Arbitrary<UpdateEvent>[]>(
  fc.constantFrom(
    ...upToReady,
    failed,
    { kind: 'nothing-newer' } as const,
    { kind: 'became-quiet' } as const,
    { kind: 'dropped' } as const
  ),
  fc.record({
    kind: fc.constant('progressed' as const),
    fraction: fc.double({ min: 0, max: 1, noNaN: true })
  }),
  fc.record({ kind: fc.constant('wanted' as const), isBusy: fc.boolean() })
)

/** Whether this may follow on that, of what must not come about by itself. */
function isEarned(before: UpdateState, happened: UpdateEvent, after: UpdateState): boolean {
  if (after.kind === before.kind) return true
  if (after.kind === 'ready') return before.kind === 'downloading' || before.kind === 'installing'
  if (after.kind !== 'installing') return true
  const isByWord = before.kind === 'ready' && happened.kind === 'wanted' && !happened.isBusy
  return isByWord || (before.kind === 'waiting' && happened.kind === 'became-quiet')
}

test('whatever happens in whatever order: nothing is put in that was not fetched, and not without the user’s word', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let state: UpdateState = { kind: 'idle' }
      for (const next of events) {
        const before = state
        state = nextUpdateState(state, next)
        expect(updateStateSchema.safeParse(state).success).toBe(true)
        expect(isEarned(before, next, state)).toBe(true)
      }
    })
  )
})
