import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type DrivenApp, launchApp, makeUserDataFolder } from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

declare global {
  /** The menu that the driven app last gave its tray. */
  var trayMenu: Electron.Menu
}

/** What a user has who brings an address: a reverse proxy before the app's own port. */
async function startProxy(targetPort: string): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((incoming, answer) => {
    const { method = 'POST', url: path = '/', headers } = incoming
    const onward = request({ host: '127.0.0.1', port: targetPort, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(answer)
    })
    incoming.pipe(onward)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` }
}

describe('the way to this computer', () => {
  const userData = makeUserDataFolder()
  let voice360: Voice360ForTest
  let app: DrivenApp
  let proxy: Awaited<ReturnType<typeof startProxy>>
  beforeAll(async () => {
    voice360 = await startVoice360()
    app = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(app)
    const { webhookUrl } = await reach()
    proxy = await startProxy(new URL(webhookUrl ?? '').port)
  })
  afterAll(async () => {
    proxy.server.close()
    await voice360.stop()
    userData.remove()
  })

  const reach = () => ask(app.main, 'reach:get-reach', {})
  const trayLabels = () => app.electron.evaluate(() => globalThis.trayMenu.items.map(({ label }) => label))

  it('is proved by a test event once an address is chosen, and the tray says so', async () => {
    const choice = { kind: 'own-url', url: proxy.url } as const
    expect(await ask(app.main, 'reach:choose-tunnel', { choice, secret: null })).toMatchObject({ ok: true })
    await expect.poll(reach, { timeout: 15_000 }).toMatchObject({ state: 'listening', isPublic: true })
    expect((await reach()).webhookUrl).toMatch(`${proxy.url}/hooks/`)
    await expect.poll(trayLabels).toContain('Voice360 Companion: listening')
  })

  it('is proved anew when the computer wakes', async () => {
    const before = (await reach()).check?.atMs ?? 0
    await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
    await expect
      .poll(async () => (await reach()).check?.atMs ?? 0, { timeout: 4_000, interval: 50 })
      .toBeGreaterThan(before)
  })

  it('is missed when it is gone, and the tray says why', async () => {
    proxy.server.close()
    proxy.server.closeAllConnections()
    await expect.poll(reach, { timeout: 15_000 }).toMatchObject({ state: 'deaf' })
    await expect.poll(trayLabels).toContain('Voice360 Companion: calls cannot reach this computer')
    expect(await trayLabels()).toContainEqual(expect.stringContaining((await reach()).reason ?? 'a reason'))
  })
})
