import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { expect, onTestFinished, test } from 'vitest'
import type { Application } from '../../../src/main/core/application.ts'
import { openApplication } from '../../../src/main/open-application.ts'
import { readStartOptions } from '../../../src/main/start-options.ts'
import type { RequestChannel } from '../../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../../src/shared/ipc/contract.ts'
import { startSimulator } from '../../../src/simulator/start-simulator.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { ledgerWorkerFile } from '../../ledger-worker-file.ts'

/** The application as the hosts open it, on a computer with this policy. */
async function managed(policy: unknown, kept: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-managed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const policyFile = join(folder, 'policy.json')
  const settingsFile = join(folder, 'settings.json')
  writeFileSync(policyFile, typeof policy === 'string' ? policy : JSON.stringify(policy), { mode: 0o644 })
  writeFileSync(settingsFile, JSON.stringify(kept))
  const application = openApplication({
    host: recordingHost(),
    options: {
      ...readStartOptions(
        [],
        {
          // No server is there: whoever asks it, asks in vain.
          VOICE360_API_URL: 'http://127.0.0.1:9/v3/voice',
          VOICE360_WEBHOOK_PORT: '0',
          VOICE360_POLICY: policyFile
        },
        { isPackaged: false }
      ),
      userDataFolder: folder,
      secrets: 'memory'
    },
    keys: [],
    onWaiting: () => {},
    workerFile: ledgerWorkerFile,
    createStore: ({ folder: cwd, name }) =>
      new Conf({ cwd, configName: name, projectName: 'voice360-companion' })
  })
  await application.start()
  onTestFinished(() => application.stop())
  return {
    ask: asking(application),
    keptSettings: () => JSON.parse(readFileSync(settingsFile, 'utf8')) as unknown,
    log: () => readFileSync(join(folder, 'companion.log'), 'utf8')
  }
}

const asking =
  (application: Application) =>
  async <C extends RequestChannel>(channel: C, args: RequestArgs<C>): Promise<RequestResult<C>> => {
    const answer = await application.answer(channel, args)
    if (!answer.ok) throw new Error(answer.message)
    return answer.value as RequestResult<C>
  }

const locked = { ok: false, failure: { code: 'locked-setting' } }

test('what is locked holds, cannot be changed, and what the user chose before stays for later', async () => {
  const tunnel = { kind: 'ngrok', domain: '' } as const
  const { ask, keptSettings } = await managed(
    { version: 1, set: { theme: 'dark' }, lock: { premiumGuard: 'refuse', retentionDays: 90, tunnel } },
    { premiumGuard: 'allow', undoSeconds: 5 }
  )
  expect(await ask('settings:get-settings', {})).toMatchObject({
    theme: 'dark',
    undoSeconds: 5,
    premiumGuard: 'refuse',
    retentionDays: 90,
    tunnel
  })
  expect(await ask('policy:get-policy', {})).toMatchObject({
    lockedSettings: ['premiumGuard', 'retentionDays', 'tunnel'],
    problems: []
  })
  expect(await ask('settings:update-settings', { change: { premiumGuard: 'ask' } })).toMatchObject(locked)
  const other = { kind: 'cloudflared-quick' } as const
  expect(await ask('reach:choose-tunnel', { choice: other, secret: null })).toMatchObject(locked)
  // Its secret stands in no policy: that is for the user to tell.
  expect(await ask('reach:choose-tunnel', { choice: tunnel, secret: 'an-authtoken' })).toMatchObject({
    ok: true
  })
  expect(await ask('settings:update-settings', { change: { theme: 'light' } })).toMatchObject({ ok: true })
  expect(keptSettings()).toEqual({ premiumGuard: 'allow', undoSeconds: 5, theme: 'light' })
})

test('the account and its API are the policy’s, whatever the environment says', async () => {
  const simulator = await startSimulator()
  onTestFinished(() => simulator.stop())
  const { ask } = await managed({
    version: 1,
    account: { accountId: simulator.accountId, apiUrl: simulator.apiUrl }
  })
  const key = simulator.keys.users['1001'] ?? ''
  const other = { accountId: simulator.accountId + 1, key }
  const refused = { ok: false, failure: { code: 'account-locked' } }
  expect(await ask('session:check-key', other)).toMatchObject(refused)
  expect(await ask('session:sign-in', { ...other, extension: null })).toMatchObject(refused)
  expect(
    await ask('session:sign-in', { accountId: simulator.accountId, key, extension: null })
  ).toMatchObject({ ok: true, value: { status: 'signed-in', apiUrl: simulator.apiUrl } })
})

test('a policy that cannot be used locks the dial guards, and is told in the log and to the pages', async () => {
  const { ask, log } = await managed('{"version":1,', { premiumGuard: 'allow' })
  const { lockedSettings, problems } = await ask('policy:get-policy', {})
  expect(lockedSettings).toContain('premiumGuard')
  expect(problems).toEqual([expect.stringContaining('no JSON object')])
  expect(await ask('settings:get-settings', {})).toMatchObject({ premiumGuard: 'refuse' })
  expect(log()).toContain('The policy of this computer has a mistake')
})
