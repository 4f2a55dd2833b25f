import { failed } from '../../src/shared/domain/failure.ts'
import { keptLedger } from '../fakes/scripted-backup.ts'
import { type Answers, browserHost, type ScriptedBridge } from '../fakes/scripted-bridge.ts'
import { type Act, appeared, inOrder, press } from './acts.ts'

const dataIsSeen: Act = async () => {
  await appeared('h2')
  const headings = [...document.querySelectorAll('h2')]
  headings.find(({ textContent }) => textContent === 'Data on this computer')?.scrollIntoView()
}

const data = (answers: Partial<Answers> = {}, act: Act = () => undefined) => ({
  page: 'main' as const,
  hash: '/settings',
  callFilter: {},
  answers: (): Partial<Answers> => ({ 'popup:list-cards': () => [], ...answers }),
  act: inOrder(dataIsSeen, act)
})

/** Types into the passphrase fields of the dialog, as many as there are. */
const typePassphrase =
  (text: string): Act =>
  async () => {
    await appeared('[role="dialog"] input[type="password"]')
    for (const field of document.querySelectorAll<HTMLInputElement>(
      '[role="dialog"] input[type="password"]'
    )) {
      // React hears of a value only where it was set beside its own setter.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }

const forever = () => new Promise<never>(() => {})
const tell = (step: 'copying' | 'encrypting') =>
  (window as unknown as { readonly bridge: ScriptedBridge }).bridge.emit('backup:step-changed', step)

const path = '/home/ada/Documents/Voice360 backup 2026-11-27.v360backup'
const inBrowser: Partial<Answers> = {
  'session:get-host': () => browserHost,
  'backup:get-state': () => ({ ...keptLedger, proposedPath: path })
}
const openMake = press('Back up…')
const openRestore = press('Restore…')
const phrase = typePassphrase('seven green bottles')
const setAsideAtMs = Date.now() - 3 * 86_400_000

/** Backups, and what becomes of a ledger, in the states worth looking at. */
export const backupScreens = {
  'backup-form-browser': data(inBrowser, openMake),
  'backup-form-problems': data({}, inOrder(openMake, press('Choose where and save…'))),
  'backup-progress': data(
    {
      'backup:make-backup': () => {
        tell('encrypting')
        return forever()
      }
    },
    inOrder(openMake, phrase, press('Choose where and save…'))
  ),
  'backup-failed': data(
    {
      'backup:make-backup': () =>
        failed(
          'no-space',
          'There is not enough room on the disk. Nothing was changed. Free some, or choose another place.'
        )
    },
    inOrder(openMake, phrase, press('Choose where and save…'))
  ),
  'restore-form': data({}, inOrder(openRestore, press('Choose the file…'))),
  'restore-wrong': data(
    {
      'backup:check-backup': () =>
        failed(
          'wrong-key',
          'This is not the passphrase of this backup, or the file is no Voice360 backup. Nothing was changed.'
        )
    },
    inOrder(openRestore, press('Choose the file…'), phrase, press('Check the backup'))
  ),
  'restore-preview': data(
    {},
    inOrder(openRestore, press('Choose the file…'), phrase, press('Check the backup'))
  ),
  'ledger-set-aside': data({
    'backup:get-state': () => ({
      ...keptLedger,
      protection: 'not-encrypted',
      setAside: [
        {
          name: 'ledger.db.before-restore-2026-11-24T09-30-00-000Z',
          reason: 'before-restore',
          atMs: setAsideAtMs,
          sizeBytes: 48_300_000,
          canBeTakenBack: true
        },
        {
          name: 'ledger.db.other-key-2026-11-20T07-12-44-120Z',
          reason: 'other-key',
          atMs: setAsideAtMs - 4 * 86_400_000,
          sizeBytes: 212_000_000,
          canBeTakenBack: false
        }
      ]
    })
  })
}
