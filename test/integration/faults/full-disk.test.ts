import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startLedgerApp } from './start-ledger-app.ts'
import { idsIn, openFile } from './stored-events.ts'

const place = '/mnt'
/** A disk that only the program after it sees, and that goes with it. */
const onSmallDisk = (size: string): readonly string[] => [
  'unshare',
  '--mount',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${size} tmpfs ${place} && exec "$@"`,
  'sh'
]
/** Whether this computer lets a test have a disk of its own: Linux, root, and a container that allows it. */
const hasDisks =
  process.platform === 'linux' && spawnSync('unshare', [...onSmallDisk('1m').slice(1), 'true']).status === 0

const fields = (id: string) => ({ call_id: id, from_number: '+15551234567', to_number: '+15559876543' })

async function open(size: string) {
  const app = await startLedgerApp(join(place, 'ledger.db'), {}, onSmallDisk(size))
  // That disk as it is seen from here.
  const disk = join('/proc', String(app.pid), 'root', place)
  const promised: string[] = []
  async function ring(id: string): Promise<number> {
    const status = await app.post('INCOMING_EXTERNAL_CALL', fields(id))
    if (status === 200) promised.push(id)
    return status
  }
  function expectKept(): void {
    // Copied, since SQLite would resolve the link to that disk and look for the file on this one.
    const folder = mkdtempSync(join(tmpdir(), 'disk-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const name of ['ledger.db', 'ledger.db-wal']) copyFileSync(join(disk, name), join(folder, name))
    const database = openFile(join(folder, 'ledger.db'))
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const ids = idsIn(database)
    database.close()
    expect(ids).toEqual([...new Set(ids)])
    expect(ids).toEqual(expect.arrayContaining(promised))
  }
  return { disk, ring, expectKept }
}

describe.skipIf(!hasDisks)('A disk', () => {
  test('that is full takes no event, and takes them again when there is room', async () => {
    const { disk, ring, expectKept } = await open('4m')
    expect(await ring('before')).toBe(200)
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize))
    const full = await Promise.all(Array.from({ length: 30 }, (_, index) => ring(`full-${index}`)))
    expect(new Set(full)).toEqual(new Set([503]))
    expectKept()
    rmSync(join(disk, 'filler'))
    for (let index = 0; index < 30; index += 1) expect(await ring(`full-${index}`)).toBe(200)
    expectKept()
  })
})
