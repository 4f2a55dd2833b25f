import { beforeAll, expect, test } from 'vitest'
import { startText } from '../../../../src/renderer/text/text.ts'
import { possibleNamesText } from '../../../../src/renderer/ui/index.ts'

beforeAll(startText)

test('several who may be meant are told as one or the other, and no more than three of them', () => {
  const told = (...possibleNames: readonly string[]) => possibleNamesText({ possibleNames })
  expect(told('Zoë')).toBe('maybe Zoë')
  expect(told('Ünal', 'Zoë')).toBe('maybe Ünal or Zoë')
  expect(told('Ünal', 'Zoë', 'Dup', 'Noor')).toBe('maybe Ünal or Zoë or Dup …')
})
