import type { BackupContents, BackupStep, LedgerState } from '../../../shared/domain/backup.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Restart } from '../application.ts'
import type { BackupLabel, Clock, DocumentStore, HostAdapters, LedgerFiles, Log } from '../ports.ts'
import { settingsIn } from '../settings/index.ts'
import type { Translate } from '../translate.ts'
import { attempt } from './describe-trouble.ts'

const done = { ok: true } as const
type Done = typeof done

/** The ledger as the user's own: copies to take away, and what was set aside to take back. */
export interface BackupService {
  getState(): Promise<LedgerState>
  /** `path` is null where the host has dialogs. Answers null where the user thought better of it. */
  make(path: string | null, passphrase: string): Promise<Outcome<{ readonly file: string } | null>>
  cancel(): void
  choose(path: string | null): Promise<string | null>
  check(passphrase: string): Promise<Outcome<BackupContents>>
  restore(): Promise<Outcome<Done>>
  takeBack(name: string): Promise<Outcome<Done>>
  changeKey(): Promise<Outcome<Done>>
}

interface Dependencies {
  /** Null where the ledger lives in memory. */
  readonly files: LedgerFiles | null
  readonly isEncrypted: boolean
  readonly settings: DocumentStore
  readonly accountId: () => number | null
  readonly appVersion: string
  readonly host: Pick<HostAdapters, 'pages' | 'notifier' | 'mainWindow' | 'filePlaces'>
  readonly restart: Restart
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

/** A backup that was checked: restoring takes this one and no other. */
interface Checked {
  readonly path: string
  readonly passphrase: string
  readonly settings: BackupLabel['settings']
}

export function createBackupService(dependencies: Dependencies): BackupService {
  const { files, isEncrypted, settings, accountId, appVersion, host, restart, clock, log, t } = dependencies
  const { filePlaces } = host
  let making: { readonly abort: AbortController; step: BackupStep | null } | null = null
  let chosen: string | null = null
  let checked: Checked | null = null

  const inMemory = () => failed('in-memory', t('backup.inMemory'))

  const proposedName = (): string => {
    const day = new Date(clock.nowMs())
    const two = (part: number) => String(part).padStart(2, '0')
    return `Voice360 backup ${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.v360backup`
  }

  const tellStep = (step: BackupStep | null): void => {
    if (making) making.step = step
    host.pages.publish('backup:step-changed', step)
  }

  /** Ends the application around `work`, and says how it ended to whoever looks. */
  async function whileClosed(
    work: () => void | Promise<void>,
    said: { readonly title: string; readonly body: string }
  ): Promise<Outcome<Done>> {
    let outcome: Outcome<Done> = succeeded(done)
    await restart(async () => {
      outcome = await attempt(async () => {
        await work()
        return done
      }, t)
    })
    host.notifier.notify({
      title: outcome.ok ? said.title : t('backup.notDone'),
      body: outcome.ok ? said.body : outcome.failure.message,
      onActivate: () => host.mainWindow.show()
    })
    log.info('The ledger was closed for work on its file', { isDone: outcome.ok })
    return outcome
  }

  return {
    async getState() {
      return {
        protection: files === null ? 'in-memory' : isEncrypted ? 'encrypted' : 'not-encrypted',
        step: making?.step ?? null,
        proposedPath: filePlaces.hasDialogs ? null : filePlaces.pathOf(proposedName()),
        setAside: (await files?.listSetAside()) ?? []
      }
    },

    async make(path, passphrase) {
      if (files === null) return inMemory()
      if (making) return failed('busy', t('backup.busy'))
      const abort = new AbortController()
      making = { abort, step: null }
      try {
        const to = filePlaces.hasDialogs ? await filePlaces.askWhereToSave(proposedName()) : path
        if (to === null) return succeeded(null)
        if (!filePlaces.isAbsolute(to)) return failed('no-access', t('backup.notAbsolute'))
        const label = {
          madeAtMs: clock.nowMs(),
          appVersion,
          accountId: accountId(),
          settings: settings.read()
        }
        return await attempt(async () => {
          const request = { to, mayOverwrite: filePlaces.hasDialogs, passphrase, label }
          await files.backUp(request, { tell: tellStep, signal: abort.signal })
          return { file: to }
        }, t)
      } finally {
        making = null
        tellStep(null)
      }
    },

    cancel: () => making?.abort.abort(),

    async choose(path) {
      checked = null
      chosen = filePlaces.hasDialogs ? await filePlaces.askWhichToOpen() : path
      return chosen
    },

    async check(passphrase) {
      checked = null
      const path = chosen
      if (files === null) return inMemory()
      if (path === null) return failed('none-chosen', t('backup.noneChosen'))
      const outcome = await attempt(() => files.checkBackup(path, passphrase), t)
      if (!outcome.ok) return outcome
      const { settings: kept, ...contents } = outcome.value
      if (contents.accountId !== null && contents.accountId !== accountId()) {
        return failed('other-account', t('backup.otherAccount', { account: contents.accountId }))
      }
      checked = { path, passphrase, settings: kept }
      return succeeded(contents)
    },

    async restore() {
      const backup = checked
      if (files === null) return inMemory()
      if (backup === null) return failed('none-chosen', t('backup.noneChosen'))
      checked = null
      const unpacked = await attempt(() => files.unpackBackup(backup.path, backup.passphrase), t)
      if (!unpacked.ok) return unpacked
      return whileClosed(
        () => {
          settings.write(settingsIn(backup.settings))
          files.useUnpacked()
        },
        { title: t('backup.restored'), body: t('backup.setAside') }
      )
    },

    async takeBack(name) {
      if (files === null) return inMemory()
      const found = (await files.listSetAside()).find((it) => it.name === name)
      if (!found?.canBeTakenBack) return failed('wrong-key', t('backup.cannotTakeBack'))
      return whileClosed(() => files.takeBack(name), {
        title: t('backup.tookBack'),
        body: t('backup.setAside')
      })
    },

    async changeKey() {
      if (files === null) return inMemory()
      return whileClosed(() => files.changeKey(), {
        title: t('backup.keyChanged'),
        body: t('backup.oldKeyIsGone')
      })
    }
  }
}
