import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRedactor } from '../../../../src/main/core/redact.ts'
import { createFileLog } from '../../../../src/main/logging/file-log.ts'

const aCanary = 'canary-Zq7xV2mN8pL4kJ6h'

describe('createFileLog', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'))
    file = join(folder, 'companion.log')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const openLog = () => {
    const redactor = createRedactor()
    redactor.addSecret(aCanary)
    return createFileLog({ file, redactor, isVerbose: false, nowMs: () => Date.UTC(2026, 0, 2, 3, 4, 5) })
  }

  it('writes one line an event', () => {
    const log = openLog()
    log.info('Started')
    log.warn('A caller\nwith a forged line\u2028and \u202Ereversed', { name: 'Eve\r\n2026-01-01 error' })
    const lines = readFileSync(file, 'utf8')
      .trimEnd()
      .split(/[\r\n\u2028\u2029]/)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('2026-01-02T03:04:05.000Z info Started')
    expect(lines[1]).toContain('A caller\\u{a}with a forged line\\u{2028}and \\u{202e}reversed')
  })

  it('never shows a secret, in whichever field it stands', () => {
    const log = openLog()
    const cause = new Error(`refused ${aCanary}`, { cause: { deep: [aCanary] } })
    for (const level of ['info', 'warn', 'error'] as const) {
      log[level](`with ${aCanary}`, {
        [aCanary]: 'as a name',
        plain: aCanary,
        inside: { list: [`https://host/${aCanary}?x`], map: new Map([[aCanary, aCanary]]) },
        error: cause,
        part: aCanary.slice(5, 15)
      })
    }
    const text = readFileSync(file, 'utf8')
    const pieces = Array.from({ length: aCanary.length - 7 }, (_, start) => aCanary.slice(start, start + 8))
    expect(text).toContain('[redacted]')
    expect(pieces.filter((piece) => text.includes(piece))).toEqual([])
  })

  it('survives details that hold themselves', () => {
    const details: Record<string, unknown> = {}
    details['self'] = details
    expect(() => openLog().info('Round', details)).not.toThrow()
  })

  it('starts a new file after a megabyte and keeps the one before', () => {
    const log = openLog()
    const page = 'words '.repeat(2_000)
    for (let line = 0; line < 100; line += 1) log.info(page)
    expect(readdirSync(folder).toSorted()).toEqual(['companion.log', 'companion.old.log'])
    expect(statSync(file).size).toBeLessThan(1.1 * 1024 ** 2)
  })

  it('is for its owner to read', () => {
    openLog().info('Started')
    expect(statSync(file).mode & 0o077).toBe(0)
  })
})
