import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { expect, onTestFinished, test } from 'vitest'
import { controlSimulator } from '../../../scripts/simulator-control.ts'
import { openApplication } from '../../../src/main/open-application.ts'
import { createVault } from '../../../src/main/secrets/vault.ts'
import { readStartOptions } from '../../../src/main/start-options.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import type { RequestChannel } from '../../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../../src/shared/ipc/contract.ts'
import { type Simulator, startSimulator } from '../../../src/simulator/start-simulator.ts'
import { recordingHost } from '../../fakes/office-services.ts'
import { ledgerWorkerFile } from '../../ledger-worker-file.ts'

const passphrase = 'seven green bottles'

/** One API for several accounts, each simulated by itself, as the real one is one for all. */
async function oneApiFor(simulators: readonly Simulator[]): Promise<string> {
  const server = createServer((incoming, answer) => {
    const of = simulators.find(({ accountId }) => incoming.url?.includes(`/voice/${accountId}/`))
    const target = new URL(incoming.url ?? '/', of?.url ?? 'http://127.0.0.1:9')
    const passed = request(target, { method: incoming.method, headers: incoming.headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    passed.on('error', () => answer.writeHead(404).end())
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/v3/voice`
}

test('a second account signs in beside the first, each sees its own calls, and both are there to go back to', async () => {
  const simulators = await Promise.all(
    [61, 62].map((accountId) => startSimulator({ accountId, ringMs: 20, talkMs: 20 }))
  )
  for (const simulator of simulators) onTestFinished(() => simulator.stop())
  const folder = mkdtempSync(join(tmpdir(), 'voice360-accounts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // The keychain of whoever runs this is left alone: a vault that is there already keeps what both accounts need.
  const file = join(folder, 'secrets.vault')
  await createVault({ file, nowMs: Date.now, onPassphrase: () => {} }).open(passphrase)
  const application = openApplication({
    host: recordingHost(),
    options: {
      ...readStartOptions([], {
        VOICE360_API_URL: await oneApiFor(simulators),
        VOICE360_WEBHOOK_PORT: '0'
      }),
      userDataFolder: folder,
      secrets: 'auto'
    },
    keys: [],
    onWaiting: () => {},
    workerFile: ledgerWorkerFile,
    createStore: ({ folder: cwd, name }) =>
      new Conf({ cwd, configName: name, projectName: 'voice360-companion' })
  })
  const ask = async <C extends RequestChannel>(channel: C, args: RequestArgs<C>) => {
    const answer = await application.answer(channel, args)
    if (!answer.ok) throw new Error(answer.message)
    return answer.value as RequestResult<C>
  }
  const started = application.start()
  await expect.poll(async () => (await ask('start:get-start', {})).stage).toBe('waiting')
  await ask('start:use-passphrase', { passphrase })
  await started
  onTestFinished(() => application.stop())

  const signIn = (simulator: Simulator) =>
    ask('session:sign-in', {
      accountId: simulator.accountId,
      key: simulator.keys.users['1001'] ?? '',
      extension: null
    })
  const callers = async () => {
    const { calls } = await ask('calls:list-calls', { filter: noFilter, after: null, limit: 10 })
    return calls.map(({ other }) => other.address)
  }
  const beCalled = async (simulator: Simulator, from: string) => {
    const control = controlSimulator(simulator.url)
    await control.post('/webhooks', { url: application.reach().webhookUrl })
    await control.post('/calls', { from, to: '+15559876543' })
    await expect.poll(callers).toContain(from)
  }
  const [first, second] = simulators
  if (!first || !second) throw new Error('Two were started')

  expect(await signIn(first)).toMatchObject({ ok: true })
  await beCalled(first, '+12125550161')
  expect(await signIn(second)).toMatchObject({ ok: true, value: { accountId: 62 } })
  expect(await callers()).toEqual([])
  await beCalled(second, '+12125550162')
  expect(await callers()).toEqual(['+12125550162'])
  expect(await ask('session:switch-account', { accountId: 61 })).toEqual({ ok: true, value: { ok: true } })
  expect(await callers()).toEqual(['+12125550161'])
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['ledger.db', 'ledger-62.db']))
})
