import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackupService } from '../../../src/main/core/backup/index.ts'
import type { DocumentStore, SecretStore } from '../../../src/main/core/ports.ts'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { type KeptLedger, openKeptLedger } from '../../../src/main/open-kept-ledger.ts'
import { createTranslate } from '../../../src/main/text/create-translate.ts'
import type { BackupStep } from '../../../src/shared/domain/backup.ts'
import { InMemoryDocumentStore } from '../../fakes/in-memory-document-store.ts'
import { keptSecrets } from '../../fakes/kept-secrets.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { webhookEvent } from '../../fakes/webhook-samples.ts'
import { ledgerWorkerFile } from '../../ledger-worker-file.ts'

const passphrase = "it's a long way"
const secretText = 'a very private text'

let folder: string
let backup: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  backup = join(folder, 'my.v360backup')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const received = (id: string) =>
  webhookEvent('SMS_RECEIVED', {
    from_number: '+15551234567',
    to_number: '+15559876543',
    body: secretText,
    message_id: id
  })

interface Machine {
  readonly name: string
  readonly secrets: SecretStore
  readonly settings: DocumentStore
}
const machine = (name: string, settings = {}): Machine => ({
  name,
  secrets: keptSecrets(),
  settings: new InMemoryDocumentStore(settings)
})

/** The ledger and the backups of one machine, put together anew by `restart` as the app is. */
async function start({ name, secrets, settings }: Machine, accountId = 61) {
  const steps: (BackupStep | null)[] = []
  const open = () =>
    openKeptLedger({
      secrets,
      file: join(folder, `${name}.db`),
      reader: { region: 'US', aliases: {} },
      workerFile: ledgerWorkerFile,
      log: createRecordingLog()
    })
  let running: KeptLedger = await open()
  const host = recordingHost()
  const service = () =>
    createBackupService({
      files: running.files,
      isEncrypted: running.ledger.isEncrypted,
      settings,
      accountId: () => accountId,
      appVersion: '0.1.0',
      host: {
        ...host,
        pages: {
          publish: (channel, payload) =>
            void (channel === 'backup:step-changed' && steps.push(payload as BackupStep | null))
        }
      },
      async restart(meanwhile) {
        await running.ledger.close()
        await meanwhile?.()
        running = await open()
      },
      clock: systemClock,
      log: createRecordingLog(),
      t: createTranslate()
    })
  return {
    steps,
    service,
    ledger: () => running.ledger,
    count: async () => (await running.ledger.countEvents()).count,
    receive: async (...ids: readonly string[]) => {
      for (const id of ids) await running.ledger.appendEvent(received(id))
    },
    stop: () => running.ledger.close()
  }
}

/** A backup of two messages, made on another machine. */
async function makeBackup(accountId = 61): Promise<void> {
  const old = await start(machine('old', { theme: 'dark' }), accountId)
  await old.receive('m1', 'm2')
  expect(await old.service().make(backup, passphrase)).toEqual({ ok: true, value: { file: backup } })
  await old.stop()
}

describe('a backup', () => {
  it('brings everything to another machine, under the key of that one', async () => {
    await makeBackup()
    const here = machine('new')
    const app = await start(here)
    await app.receive('m9')
    const service = app.service()
    expect(await service.choose(backup)).toBe(backup)
    expect(await service.check(passphrase)).toMatchObject({
      ok: true,
      value: { accountId: 61, appVersion: '0.1.0', messageCount: 2, callCount: 0, contactCount: 0 }
    })
    expect(await app.count()).toBe(1)
    expect(await service.restore()).toEqual({ ok: true, value: { ok: true } })

    expect(app.ledger().isEncrypted).toBe(true)
    expect(await app.ledger().listThreads()).toMatchObject([
      { unreadCount: 2, lastMessage: { body: secretText } }
    ])
    expect(await app.ledger().appendEvent(received('m1'))).toMatchObject({ isDuplicate: true })
    expect(here.settings.read()).toMatchObject({ theme: 'dark' })

    const { setAside } = await app.service().getState()
    expect(setAside).toMatchObject([{ reason: 'before-restore', canBeTakenBack: true }])
    expect(await app.service().takeBack(setAside[0]?.name ?? '')).toMatchObject({ ok: true })
    expect(await app.count()).toBe(1)
    await app.stop()
  })

  it('is unreadable without its passphrase, and an ordinary SQLCipher 4 database with it', async () => {
    await makeBackup()
    expect(readFileSync(backup).toString('latin1')).not.toMatch(
      /a very private|15551234567|SQLite format|theme/
    )
    const database = new SqliteDatabase(backup)
    database.pragma(`cipher = 'sqlcipher'`)
    database.pragma('legacy = 4')
    database.pragma(`key = '${passphrase.replaceAll("'", "''")}'`)
    expect(database.prepare('SELECT count(*) FROM events').pluck().get()).toBe(2)
    database.close()
  })

  it('leaves nothing of a burst out of the ledger while it is made', async () => {
    const app = await start(machine('busy'))
    await app.receive(...Array.from({ length: 50 }, (_, index) => `before${index}`))
    const made = app.service().make(backup, passphrase)
    const during = Array.from({ length: 400 }, (_, index) =>
      app.ledger().appendEvent(received(`during${index}`))
    )
    const first = await Promise.race([made.then(() => 'backup'), Promise.all(during).then(() => 'events')])
    expect(first).toBe('events')
    expect(await made).toMatchObject({ ok: true })
    expect(await app.count()).toBe(450)
    expect(app.steps).toEqual(['copying', 'encrypting', 'checking', null])
    await app.service().choose(backup)
    const checking = app.service()
    await checking.choose(backup)
    const checked = await checking.check(passphrase)
    expect(checked.ok && checked.value.fromMs).not.toBeNull()
    await app.stop()
  })

  it('never takes the place of a file, and leaves nothing where it is cancelled', async () => {
    const app = await start(machine('old'))
    await app.receive('m1')
    writeFileSync(backup, 'my own')
    expect(await app.service().make(backup, passphrase)).toMatchObject({
      ok: false,
      failure: { code: 'exists' }
    })
    expect(readFileSync(backup, 'utf8')).toBe('my own')
    const other = join(folder, 'other.v360backup')
    const service = app.service()
    const made = service.make(other, passphrase)
    service.cancel()
    expect(await made).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(await service.make(join(folder, 'no', 'folder'), passphrase)).toMatchObject({
      ok: false,
      failure: { code: 'no-access' }
    })
    expect(readdirSync(folder).filter((name) => /part|other/.test(name))).toEqual([])
    await app.stop()
  })
})

describe('a backup that cannot be restored', () => {
  it.each<[string, string, () => unknown, string]>([
    ['has another passphrase', 'wrong-key', () => undefined, 'another passphrase'],
    [
      'is damaged',
      'damaged',
      () => {
        const content = readFileSync(backup)
        content.fill(0x55, statSync(backup).size - 9_000, statSync(backup).size - 8_000)
        writeFileSync(backup, content)
      },
      passphrase
    ],
    ['was cut off', 'damaged', () => truncateSync(backup, 16_384), passphrase],
    ['is empty', 'not-a-backup', () => truncateSync(backup, 0), passphrase],
    ['is a readable database', 'not-a-backup', () => writePlainDatabase(), passphrase],
    ['is gone', 'no-access', () => rmSync(backup), passphrase],
    ['comes from a newer app', 'newer', () => changeBackup('PRAGMA user_version = 999'), passphrase],
    ['is another database', 'not-a-backup', () => changeBackup('DROP TABLE backup'), passphrase]
  ])('because it %s says so and changes nothing', async (_why, code, spoil, typed) => {
    await makeBackup()
    spoil()
    const app = await start(machine('new'))
    await app.receive('m9')
    const before = readdirSync(folder)
    const service = app.service()
    await service.choose(backup)
    expect(await service.check(typed)).toMatchObject({ ok: false, failure: { code } })
    expect(await service.restore()).toMatchObject({ ok: false, failure: { code: 'none-chosen' } })
    expect(await app.count()).toBe(1)
    expect(readdirSync(folder)).toEqual(before)
    await app.stop()
  })

  it('because it is of another account says so', async () => {
    await makeBackup(62)
    const app = await start(machine('new'))
    const service = app.service()
    await service.choose(backup)
    expect(await service.check(passphrase)).toMatchObject({ ok: false, failure: { code: 'other-account' } })
    expect(await service.restore()).toMatchObject({ ok: false })
    await app.stop()
  })

  it('because it was damaged after it was checked changes nothing', async () => {
    await makeBackup()
    const app = await start(machine('new'))
    await app.receive('m9')
    const service = app.service()
    await service.choose(backup)
    expect(await service.check(passphrase)).toMatchObject({ ok: true })
    truncateSync(backup, 16_384)
    expect(await service.restore()).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    expect(await app.count()).toBe(1)
    await app.stop()
  })
})

function writePlainDatabase(): void {
  rmSync(backup)
  const database = new SqliteDatabase(backup)
  database.exec('CREATE TABLE backup (content text)')
  database.close()
}

function changeBackup(sql: string): void {
  const database = new SqliteDatabase(backup)
  database.pragma(`cipher = 'sqlcipher'`)
  database.pragma('legacy = 4')
  database.pragma(`key = '${passphrase.replaceAll("'", "''")}'`)
  database.exec(sql)
  database.close()
}
