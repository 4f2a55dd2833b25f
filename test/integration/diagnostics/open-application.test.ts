import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { expect, onTestFinished, test } from 'vitest'
import { replay } from '../../../scripts/replay.ts'
import { controlSimulator } from '../../../scripts/simulator-control.ts'
import { openApplication } from '../../../src/main/open-application.ts'
import { readStartOptions } from '../../../src/main/start-options.ts'
import type { Diagnostics, SupportBundle } from '../../../src/shared/domain/diagnostics.ts'
import { startSimulator } from '../../../src/simulator/start-simulator.ts'
import { fileOf } from '../../fakes/bundle-of.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { ledgerWorkerFile } from '../../ledger-worker-file.ts'

const customer = '+12125550123'

/** The application as the hosts open it, in a folder of its own, signed in to a simulator. */
async function opened() {
  const simulator = await startSimulator({ ringMs: 20, talkMs: 20 })
  onTestFinished(() => simulator.stop())
  const folder = mkdtempSync(join(tmpdir(), 'voice360-diagnostics-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const keys = [simulator.keys.users['1001'] ?? '', simulator.keys.developer, 'no-key-of-this-account-4b1d']
  const application = openApplication({
    host: recordingHost(),
    options: {
      ...readStartOptions([], {
        VOICE360_API_URL: simulator.apiUrl,
        VOICE360_ACCOUNT_ID: String(simulator.accountId),
        VOICE360_WEBHOOK_PORT: '0'
      }),
      userDataFolder: folder,
      secrets: 'memory'
    },
    keys,
    onWaiting: () => undefined,
    workerFile: ledgerWorkerFile,
    createStore: ({ folder: cwd, name }) =>
      new Conf({ cwd, configName: name, projectName: 'voice360-companion' })
  })
  await application.start()
  onTestFinished(() => application.stop())
  const control = controlSimulator(simulator.url)
  const { webhookUrl } = application.reach()
  await control.post('/webhooks', { url: webhookUrl })
  const ask = async <T>(channel: 'diagnostics:get-diagnostics' | 'diagnostics:make-bundle', args: object) => {
    const answer = await application.answer(channel, args)
    if (!answer.ok) throw new Error(answer.message)
    return answer.value as T
  }
  return { control, keys, webhookUrl: webhookUrl ?? '', ask }
}

test('an app at work tells what came in and went out, and its bundle can be replayed and tells no secret', async () => {
  const { control, keys, webhookUrl, ask } = await opened()
  await control.post('/messages', { from: customer, to: '+15559876543', body: 'The safe is open' })
  const seen = () => ask<Diagnostics>('diagnostics:get-diagnostics', {})
  await expect
    .poll(async () => (await seen()).requests.map(({ eventName }) => eventName))
    .toContain('SMS_RECEIVED')
  const { requests, apiCalls, versions } = await seen()
  expect(requests[0]).toMatchObject({ method: 'POST', status: 200, outcome: 'stored' })
  expect(apiCalls.map(({ path }) => path)).toContain('/user')
  expect(versions).toContainEqual({ name: 'Node', version: process.versions.node })

  const bundle = await ask<SupportBundle>('diagnostics:make-bundle', { hasEvents: true })
  expect(fileOf(bundle, 'log.txt')).toContain('A key given at the start was not taken')
  const { threads } = await replay(fileOf(bundle, 'events.jsonl'), ledgerWorkerFile)
  expect(threads).toMatchObject([{ unreadCount: 1, messages: [{ state: 'received', direction: 'in' }] }])

  const token = webhookUrl.slice(webhookUrl.lastIndexOf('/') + 1)
  const pieces = [...keys, token].flatMap((secret) =>
    Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8))
  )
  const all = bundle.files.map(({ text }) => text).join('\n')
  expect([...pieces, '2125550123', '5559876543', 'safe'].filter((each) => all.includes(each))).toEqual([])
})
