import { expect, test } from 'vitest'
import { createContactsService } from '../../../../../src/main/core/contacts/index.ts'
import { InMemoryBucket } from '../../../../fakes/in-memory-bucket.ts'
import { openAgent } from '../../../../fakes/open-agent.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'

const ada = '3f9b0f6e-6d0f-4b6e-9d51-0c6d2a1f7a11'
const draft = (name: string, text = '+12125550101') => ({
  name,
  company: null,
  numbers: [{ text, label: null }]
})

async function open(bucket: InMemoryBucket, extension: string) {
  const agent = await openAgent(bucket, extension)
  let changedCount = 0
  const contacts = createContactsService({
    ...agent,
    region: () => 'US',
    newId: () => crypto.randomUUID(),
    log: createRecordingLog(),
    publishContactsChanged: () => {
      changedCount += 1
    },
    publishProgress: () => {}
  })
  await contacts.refresh()
  const list = async () => {
    // What colleagues change is shown a moment later.
    await agent.clock.advance(300)
    return contacts.list({ text: '', after: null, limit: 10 })
  }
  return { ...agent, contacts, list, changedCount: () => changedCount }
}

async function openTwo() {
  const bucket = new InMemoryBucket()
  const [anna, ben] = [await open(bucket, '1002'), await open(bucket, '1003')]
  await anna.contacts.save(ada, draft('Ada'), null)
  return { anna, ben, bucket }
}

test('a contact is the team’s once it was shared: everyone sees it, and callers are called by it', async () => {
  const { anna, ben } = await openTwo()
  expect(await ben.list()).toEqual([])
  expect(await anna.contacts.share(ada)).toMatchObject({
    ok: true,
    value: { kind: 'saved', contact: { team: { by: null } } }
  })
  expect(await ben.list()).toMatchObject([{ id: ada, name: 'Ada', team: { by: { name: 'Anna Weber' } } }])
  expect(await anna.list()).toMatchObject([{ id: ada, team: { by: null } }])
  expect(ben.directory.describe('+12125550101').name).toBe('Ada')
})

test('of two who change it at once the second is shown what it is now, and can put theirs in its place', async () => {
  const { anna, ben } = await openTwo()
  await anna.contacts.share(ada)
  const revision = (await ben.list())[0]?.team?.revision ?? 0
  const outcomes = await Promise.all([
    anna.contacts.save(ada, draft('Ada of Anna'), revision),
    ben.contacts.save(ada, draft('Ada of Ben'), revision)
  ])
  expect(outcomes).toMatchObject([
    { ok: true, value: { kind: 'saved' } },
    { ok: true, value: { kind: 'changed', theirs: { name: 'Ada of Anna' } } }
  ])
  const now = (await ben.list())[0]?.team?.revision ?? 0
  expect(await ben.contacts.save(ada, draft('Ada of Ben'), now)).toMatchObject({ value: { kind: 'saved' } })
  expect(await anna.list()).toMatchObject([{ name: 'Ada of Ben', team: { by: { name: 'Ben Okafor' } } }])
})

test('it is deleted for everyone, unless somebody changed it since', async () => {
  const { anna, ben } = await openTwo()
  await anna.contacts.share(ada)
  const revision = (await ben.list())[0]?.team?.revision ?? 0
  await anna.contacts.save(ada, draft('Ada King'), revision)
  expect(await ben.contacts.remove(ada, revision)).toMatchObject({
    value: { kind: 'changed', theirs: { name: 'Ada King' } }
  })
  const now = (await ben.list())[0]?.team?.revision ?? 0
  expect(await ben.contacts.remove(ada, now)).toEqual({ ok: true, value: null })
  expect(await anna.list()).toEqual([])
  // Whoever still has it on screen brings it back only by saying so.
  expect(await anna.contacts.save(ada, draft('Ada'), now)).toMatchObject({
    value: { kind: 'changed', theirs: null }
  })
  expect(await anna.contacts.save(ada, draft('Ada'), 0)).toMatchObject({ value: { kind: 'saved' } })
})

test('without a connection nothing of the team’s is changed, and that is said', async () => {
  const { anna } = await openTwo()
  anna.membership.state.set({ state: 'disconnected', code: 'lost', detail: '' })
  expect(anna.contacts.sharing()).toBe('offline')
  expect(await anna.contacts.share(ada)).toMatchObject({ ok: false, failure: { code: 'team-offline' } })
  expect(await anna.list()).toMatchObject([{ id: ada, team: null }])
})

test('turned off, the team’s contacts are not among mine; turned on again, they are', async () => {
  const { anna, ben } = await openTwo()
  await anna.contacts.share(ada)
  ben.settings.set({ ...ben.settings.get(), isSharingContacts: false })
  expect(await ben.list()).toEqual([])
  expect(ben.directory.describe('+12125550101').name).toBeNull()
  ben.settings.set({ ...ben.settings.get(), isSharingContacts: true })
  expect(await ben.list()).toHaveLength(1)
})
