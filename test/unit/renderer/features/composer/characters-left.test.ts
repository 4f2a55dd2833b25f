import { expect, it } from 'vitest'
import { charactersLeft } from '../../../../../src/renderer/features/composer/characters-left.ts'

it.each([
  ['', 160],
  ['a'.repeat(160), 0],
  ['a'.repeat(161), -1],
  ['😀', 158]
])('counts %j', (body, left) => {
  expect(charactersLeft(body)).toBe(left)
})
