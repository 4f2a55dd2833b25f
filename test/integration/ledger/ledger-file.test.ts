import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { webhookEvent } from '../../fakes/webhook-samples.ts'

const otherKey = 'cd'.repeat(32)
const secretText = 'a very private text'
const text = { from_number: '+15551234567', to_number: '+15559876543', body: secretText }

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  file = join(folder, 'ledger.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const received = (id: string) => webhookEvent('SMS_RECEIVED', { ...text, message_id: id })

async function store(...ids: readonly string[]): Promise<void> {
  const ledger = await openTestLedger({ file })
  for (const id of ids) await ledger.appendEvent(received(id))
  await ledger.close()
}

async function countIn(path: string): Promise<number> {
  const ledger = await openTestLedger({ file: path })
  const { count } = await ledger.countEvents()
  await ledger.close()
  return count
}

describe('the ledger on disk', () => {
  it('keeps everything from one run to the next', async () => {
    await store('m1', 'm2')
    const ledger = await openTestLedger({ file })
    expect(ledger.recovered.get()).toBeNull()
    expect(await ledger.appendEvent(received('m1'))).toMatchObject({ isDuplicate: true })
    expect(await ledger.listThreads()).toMatchObject([{ unreadCount: 2, lastMessage: { body: secretText } }])
    await ledger.close()
  })

  it('is encrypted, its log too', async () => {
    const ledger = await openTestLedger({ file })
    await ledger.appendEvent(received('m1'))
    const files = readdirSync(folder)
    expect(files).toContain('ledger.db-wal')
    for (const name of files) {
      const content = readFileSync(join(folder, name)).toString('latin1')
      for (const plain of [secretText, '15551234567', 'SQLite format 3', 'CREATE TABLE']) {
        expect(content).not.toContain(plain)
      }
    }
    await ledger.close()
  })

  it('sets a ledger of another key aside, and loses nothing of it', async () => {
    await store('m1', 'm2')
    const ledger = await openTestLedger({ file, encryptionKey: otherKey })
    const setAsideAs = ledger.recovered.get()?.setAsideAs ?? ''
    expect(await ledger.countEvents()).toMatchObject({ count: 0 })
    await ledger.close()
    expect(await countIn(setAsideAs)).toBe(2)
  })

  it('sets what was not even checkpointed aside with it', async () => {
    const running = await openTestLedger({ file })
    await running.appendEvent(received('m1'))
    // As after a crash: the other run never closed its ledger.
    const ledger = await openTestLedger({ file, encryptionKey: otherKey })
    const setAsideAs = ledger.recovered.get()?.setAsideAs ?? ''
    await ledger.close()
    await running.close()
    expect(await countIn(setAsideAs)).toBe(1)
  })

  it.each<[string, () => void]>([
    ['is no database', () => writeFileSync(file, 'garbage '.repeat(2_000))],
    ['was cut off', () => truncateSync(file, 8_192)]
  ])('starts anew beside a file that %s', async (_what, damage) => {
    await store('m1')
    damage()
    const damaged = readFileSync(file)
    const ledger = await openTestLedger({ file })
    const setAsideAs = ledger.recovered.get()?.setAsideAs ?? ''
    expect(await ledger.appendEvent(received('m1'))).toMatchObject({ isDuplicate: false })
    await ledger.close()
    expect(readFileSync(setAsideAs).equals(damaged)).toBe(true)
  })

  it('says so where it cannot be opened at all', async () => {
    await expect(openTestLedger({ file: join(folder, 'no', 'such', 'folder.db') })).rejects.toMatchObject({
      name: 'LedgerUnavailable'
    })
  })
})
