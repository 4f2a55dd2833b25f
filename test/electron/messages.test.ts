import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type DrivenApp, launchApp, makeUserDataFolder } from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

const patience = { timeout: 10_000 }
const myLine = '+15559876543'
const anna = '+12125550123'
const ben = '+12125550124'

const userData = makeUserDataFolder()
let voice360: Voice360ForTest
let app: DrivenApp

beforeAll(async () => {
  dunstctl('close-all')
  voice360 = await startVoice360()
  app = await launchApp(userData.folder, voice360.apiUrl)
  await voice360.welcome(app)
  // What can be seen in the window needs no notification.
  await (await app.electron.browserWindow(app.main)).evaluate((window) => window.hide())
})
afterAll(async () => {
  await app.quit()
  await voice360.stop()
  userData.remove()
})

const threadOf = async (address: string) => {
  const threads = await ask(app.main, 'messages:list-threads', {})
  return threads.find(({ other }) => other.address === address)
}
const receive = async (from: string, body: string) => {
  await voice360.text(from, myLine, body)
  await expect.poll(async () => (await threadOf(from))?.lastMessage.body, patience).toBe(body)
}

const dunstctl = (...args: readonly string[]): string => execFileSync('dunstctl', args, { encoding: 'utf8' })
const onScreenCount = (): number => Number(dunstctl('count', 'displayed'))

interface History {
  readonly data: readonly (readonly Record<'summary' | 'body', { readonly data: string }>[])[]
}
/** What is on screen no more, the newest first. */
const gone = (): readonly string[] => {
  const history: History = JSON.parse(dunstctl('history'))
  return history.data.flat().map(({ summary, body }) => `${summary.data}: ${body.data}`)
}

describe('a message that came in', () => {
  it('is told of by the system, as plain text', async () => {
    await receive(anna, 'Is <b>this</b> yours?')
    await expect.poll(onScreenCount, patience).toBe(1)
  })

  it('gives way to the next one of its thread: both are one notification', async () => {
    await receive(anna, 'Hello?')
    await expect.poll(() => gone()[0], patience).toMatch(/^Message from .*0123: Is &lt;b&gt;this.*yours\?$/)
    await expect.poll(onScreenCount, patience).toBe(1)
  })

  it('is on screen no more once its thread is read', async () => {
    const thread = await threadOf(anna)
    await ask(app.main, 'messages:mark-thread', { threadId: thread?.id ?? '', isRead: true })
    await expect.poll(onScreenCount, patience).toBe(0)
    expect(gone()[0]).toMatch(/0123 · 2 messages: Hello\?$/)
  })

  it('in a muted thread is told of by nothing', async () => {
    await receive(ben, 'One')
    await expect.poll(onScreenCount, patience).toBe(1)
    const thread = await threadOf(ben)
    await ask(app.main, 'messages:mark-thread', { threadId: thread?.id ?? '', isRead: true, isMuted: true })
    await expect.poll(onScreenCount, patience).toBe(0)
    await receive(ben, 'Two')
    // What is told of afterwards shows that there was nothing in between.
    await receive(anna, 'Last')
    await expect.poll(onScreenCount, patience).toBe(1)
    dunstctl('close-all')
    await expect.poll(() => gone()[0], patience).toMatch(/: Last$/)
    expect(gone().join('\n')).not.toContain('Two')
  })
})
