import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeInvitation } from '../../src/main/core/team/index.ts'
import { noFilter } from '../../src/shared/domain/call.ts'
import { sampleTimeMs, webhookBody } from '../fakes/webhook-samples.ts'
import { type RelayProcess, startRelayProcess } from '../integration/relay/relay-process.ts'
import {
  inviteBy,
  letRead,
  makeSetOfKeys,
  type SetOfKeys,
  webhookTokenOf
} from '../integration/relay/set-of-keys.ts'
import { hasNatsServer } from '../integration/team/nats-server.ts'
import { copyToClipboard } from './desktop.ts'
import { keychainOf } from './keychain-of.ts'
import { ask, type DrivenApp, isShown, launchApp, makeUserDataFolder } from './launch-app.ts'
import { filesIn, findTraces, heapOf } from './traces.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

const caller = '+12125550123'
const callerFromBefore = '+12125550124'
const callerAfter = '+12125550125'
const patience = { timeout: 15_000 }

describe.skipIf(!hasNatsServer)('a team with a relay', () => {
  const userData = makeUserDataFolder()
  let voice360: Voice360ForTest
  let keys: SetOfKeys
  let relay: RelayProcess
  let app: DrivenApp
  let invitation: string
  let secret: string

  beforeAll(async () => {
    voice360 = await startVoice360()
    keys = await makeSetOfKeys()
    letRead(keys, voice360)
    relay = await startRelayProcess(keys.configFile)
    const invited = await inviteBy(keys.configFile, '--extension', voice360.extension)
    const { credentials } = invited.invitation
    if (credentials.kind !== 'jwt') throw new Error(credentials.kind)
    invitation = writeInvitation(invited.invitation)
    secret = credentials.seed
    app = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(app)
    await voice360.sendEventsTo(relay.url(webhookTokenOf(keys)))
  })
  afterAll(async () => {
    relay.signal('SIGTERM')
    await relay.ended
    await keys.remove()
    await voice360.stop()
    await app.quit()
    userData.remove()
  })

  const callers = async () => {
    const { calls } = await ask(app.main, 'calls:list-calls', { filter: noFilter, after: null, limit: 50 })
    return calls.map(({ other }) => other.address)
  }
  const cards = async () =>
    (await ask(app.main, 'popup:list-cards', {})).map(({ call }) => call.other.address)
  const listens = async () => {
    await expect
      .poll(() => ask(app.main, 'reach:get-reach', {}), patience)
      .toMatchObject({ state: 'listening', tunnel: { kind: 'relay' } })
  }
  const keptSecret = async () => (await keychainOf(userData.folder)).read(`team-secret:${voice360.accountId}`)

  it('is joined by what is pasted, whose secret only the keyring keeps, and its calls pop up', async () => {
    const { main } = app
    await main.evaluate(`window.location.hash = '/settings/reach'`)
    await main.getByRole('radio', { name: 'Your team’s relay' }).check()
    await copyToClipboard(invitation)
    await main.getByLabel('Invitation').press('Control+V')
    await main.getByRole('button', { name: 'Check it' }).click()
    await main.getByText('The invitation works').waitFor()
    await main.getByText('Help desk').waitFor()
    await main.getByText(`calls and messages of extension ${voice360.extension}`).waitFor()
    expect(await ask(main, 'team:get-team', {})).toMatchObject({ place: null })
    await main.getByRole('button', { name: 'Join this team' }).click()
    await main.getByText(/connected since/).waitFor()
    await listens()

    expect(await keptSecret()).toBe(secret)
    const heap = await heapOf(app, main)
    expect(heap).toContain('connected since')
    expect(findTraces(secret, [...filesIn(userData.folder), ['main page', heap]])).toEqual([])

    await voice360.call(caller)
    await expect.poll(() => isShown(app, app.popup), patience).toBe(true)
    await expect.poll(() => app.popup.textContent('article'), patience).toContain('212')
    expect(await cards()).toEqual([caller])
  })

  it('is still joined after a restart: what came meanwhile is there without a card, and it can be left', async () => {
    expect(await app.quit()).toBe(0)
    // Too long ago for a card, and not so long ago that a card would have left by itself.
    const longAgo = Math.floor((Date.now() - 80_000 - sampleTimeMs) / 1_000)
    const metadata = { call_id: 'before', from_number: callerFromBefore, extension: voice360.extension }
    const ringing = webhookBody('INCOMING_EXTERNAL_CALL', metadata, longAgo)
    expect(await relay.post(ringing, webhookTokenOf(keys))).toBe(200)

    app = await launchApp(userData.folder, voice360.apiUrl)
    await listens()
    await expect.poll(callers, patience).toContain(callerFromBefore)
    await voice360.call(callerAfter)
    await expect.poll(() => isShown(app, app.popup), patience).toBe(true)
    expect(await cards()).not.toContain(callerFromBefore)

    const { main } = app
    await main.evaluate(`window.location.hash = '/settings/reach'`)
    await main.getByRole('button', { name: 'Leave the team' }).click()
    await main.getByRole('dialog').getByRole('button', { name: 'Leave the team' }).click()
    await expect.poll(() => ask(main, 'team:get-team', {})).toMatchObject({ place: null, server: null })
    await expect.poll(() => ask(main, 'reach:get-reach', {})).toMatchObject({ tunnel: { kind: 'none' } })
    expect(await keptSecret()).toBeNull()
  })
})
