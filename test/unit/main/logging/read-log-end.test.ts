import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readLogEnd } from '../../../../src/main/logging/read-log-end.ts'

function logOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-log-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'companion.log')
  writeFileSync(file, text)
  return file
}

test('a short log is read whole', async () => {
  expect(await readLogEnd(logOf('first\nsecond\n'), 100)).toBe('first\nsecond\n')
})

test('of a long one the last whole lines are read', async () => {
  expect(await readLogEnd(logOf('first\nsecond\nthird ü\n'), 12)).toBe('third ü\n')
})

test('a line longer than what may be read is left out', async () => {
  expect(await readLogEnd(logOf(`${'x'.repeat(50)}\n`), 20)).toBe('')
})

test('a log that is not there is empty', async () => {
  expect(await readLogEnd('/nowhere/companion.log', 100)).toBe('')
})
