import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ask, launchApp, makeUserDataFolder } from './launch-app.ts'
import { filesIn, findTraces, heapOf } from './traces.ts'
import { startVoice360 } from './voice360-for-test.ts'

const wrongKey = 'wrongcanary7Qx2mZ9vKe41sTbY'
const tunnelSecret = 'tunnelcanary8Lw3nHc6RpJ50dUg'

/** The command line and environment of a process and of all that it started. */
function processesFrom(pid: number): readonly (readonly [string, string])[] {
  const read = (id: string, file: string): string => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'latin1')
    } catch {
      // It ended meanwhile.
      return ''
    }
  }
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(all.map((id) => [id, /^\d+ \(.*\) \S (\d+)/s.exec(read(id, 'stat'))?.[1] ?? '']))
  const isOurs = (id: string): boolean =>
    id === String(pid) || (parents.has(id) && isOurs(parents.get(id) ?? ''))
  return all
    .filter(isOurs)
    .flatMap((id) => ['cmdline', 'environ'].map((file) => [`${file} of ${id}`, read(id, file)] as const))
}

it('no key, tunnel secret or webhook token leaves a trace of eight characters anywhere, whatever goes wrong', async () => {
  const userData = makeUserDataFolder()
  const voice360 = await startVoice360()
  const app = await launchApp(userData.folder, voice360.apiUrl)
  onTestFinished(async () => {
    await app.quit()
    await voice360.stop()
    userData.remove()
  })
  let output = ''
  for (const stream of [app.electron.process().stdout, app.electron.process().stderr]) {
    stream?.on('data', (data: Buffer) => {
      output += data.toString('latin1')
    })
  }
  const { main } = app
  // By its keys: a value that a test hands over would stay in the page for the test's own sake.
  const type = async (label: string, text: string) => {
    await main.getByLabel(label, { exact: true }).focus()
    await main.keyboard.press('Control+A')
    await main.keyboard.type(text)
  }
  await type('Account number', String(voice360.accountId))
  await type('API key', wrongKey)
  await main.keyboard.press('Enter')
  await main.getByText('Voice360 does not know this key').waitFor()
  await type('API key', voice360.key)
  await main.keyboard.press('Enter')
  await main.getByRole('button', { name: 'Sign in' }).click()
  await main.getByRole('button', { name: 'Skip for now' }).click()
  await main.getByText(`ext ${voice360.extension}`).waitFor()

  const webhookUrl = (await ask(main, 'reach:get-reach', {})).webhookUrl ?? ''
  const token = webhookUrl.split('/').at(-1) ?? ''
  await fetch(webhookUrl, { method: 'POST', body: '{' })
  await fetch(`${webhookUrl}x`, { method: 'POST', body: '{}' })
  await ask(main, 'settings:update-settings', { change: { undoSeconds: 0 } })
  const { id } = await ask(main, 'dialing:propose-dial', { text: '+12125550123' })
  await ask(main, 'dialing:confirm-dial', {
    dialId: id,
    candidateIndex: 0,
    callerId: null,
    isRecorded: false,
    isAgreed: true
  })
  await expect.poll(voice360.dialsSeen).toBe(1)
  for (const choice of [
    { kind: 'ngrok', domain: '' },
    { kind: 'cloudflared-named', url: 'https://hooks.example.com' }
  ] as const) {
    await ask(main, 'reach:choose-tunnel', { choice, secret: tunnelSecret })
  }
  await app.electron.evaluate((_electron, secrets) => {
    process.emit('unhandledRejection', new Error(`It failed with ${secrets}`), Promise.resolve())
    process.emitWarning(`A warning`)
  }, [voice360.key, tunnelSecret, webhookUrl].join(' '))
  const bundle = await ask(main, 'diagnostics:make-bundle', { hasEvents: true })
  const heaps = [
    ['main page', await heapOf(app, main)],
    ['dial strip', await heapOf(app, app.dialStrip)]
  ] as const
  expect(heaps[0][1]).toContain('Skip for now')
  await ask(main, 'session:sign-out', { accountId: null })
  // All pages share a process: none can be asked any more.
  const popup = await app.electron.browserWindow(app.popup)
  await popup.evaluate(({ webContents }) => webContents.forcefullyCrashRenderer())
  await expect
    .poll(() => readFileSync(join(userData.folder, 'companion.log'), 'utf8'))
    .toContain('A page died')

  const places = [
    ...filesIn(userData.folder),
    ...processesFrom(app.electron.process().pid ?? 0),
    ['bundle', JSON.stringify(bundle)] as const,
    ['output', output] as const
  ]
  expect(places.find(([place]) => place.endsWith('companion.log'))?.[1]).toContain('It failed with')
  expect(places.length).toBeGreaterThan(20)
  for (const secret of [voice360.key, wrongKey, tunnelSecret, token])
    expect(findTraces(secret, places)).toEqual([])

  for (const secret of [voice360.key, wrongKey]) expect(findTraces(secret, heaps)).toEqual([])
})
