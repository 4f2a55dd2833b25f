import { expect, it } from 'vitest'
import { proofOutcome } from '../../../../../../src/renderer/features/settings/hotkeys/proof-outcome.ts'
import { hotkeysWith } from '../../../../../fakes/scripted-hotkeys.ts'

const never = { name: 'dial', pressedBeforeMs: null } as const
const pressedAt = (lastPressedAtMs: number, isUnproven = false) =>
  hotkeysWith({ dial: { lastPressedAtMs } }, { isUnproven })

it('a press proves that it works, the first as any further one', () => {
  expect(proofOutcome(never, pressedAt(5_000), true)).toBe('works')
  expect(proofOutcome({ ...never, pressedBeforeMs: 4_000 }, pressedAt(5_000), true)).toBe('works')
})

it('nothing is known before it is pressed, whatever it did before and whatever others do', () => {
  expect(proofOutcome(never, hotkeysWith(), true)).toBeNull()
  expect(proofOutcome({ ...never, pressedBeforeMs: 5_000 }, pressedAt(5_000), true)).toBeNull()
  expect(proofOutcome(never, hotkeysWith({ popup: { lastPressedAtMs: 5_000 } }), true)).toBeNull()
})

it('keys changed meanwhile prove nothing', () => {
  expect(proofOutcome({ ...never, pressedBeforeMs: 5_000 }, hotkeysWith(), true)).toBeNull()
})

it('where keys may be kept from programs behind, only a press from behind proves it', () => {
  expect(proofOutcome(never, pressedAt(5_000, true), true)).toBe('works-here')
  expect(proofOutcome(never, pressedAt(5_000, true), false)).toBe('works')
})
