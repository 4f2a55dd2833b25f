import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipBundle } from '../../../../../src/renderer/features/diagnostics/zip-bundle.ts'

const files = [
  { name: 'about.json', about: 'Versions', text: '{"a":1}\n' },
  { name: 'log.txt', about: 'The end of the log', text: '' },
  { name: 'events.jsonl', about: 'Events', text: 'Grüße 👍\n'.repeat(1_000) }
]

test('the zip holds the very texts, and nothing else', () => {
  const read = Object.entries(unzipSync(zipBundle(files))).map(([name, bytes]) => [name, strFromU8(bytes)])
  expect(read).toEqual(files.map(({ name, text }) => [name, text]))
})

test('the same texts make the same zip', () => {
  expect(zipBundle(files)).toEqual(zipBundle(files))
  expect(zipBundle(files).length).toBeLessThan(2_000)
})
