import { beforeEach, expect, test } from 'vitest'
import { createMessageOpener, type MessageOpener } from '../../../../../src/main/core/links/message-opener.ts'
import type { Draft } from '../../../../../src/shared/domain/message.ts'
import { settled } from '../../../../fakes/manual-clock.ts'
import { recordingNotifier } from '../../../../fakes/recording-notifier.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const intentId = '0b6e2f3c-95b0-4d5c-9d2c-0b6f4f0d9a11'
const customer = '+12125550101'
let drafts: Draft[]
let shown: unknown[]
let notifier: ReturnType<typeof recordingNotifier>
let opener: MessageOpener

beforeEach(() => {
  drafts = []
  shown = []
  notifier = recordingNotifier()
  opener = createMessageOpener({
    host: {
      mainWindow: { show: () => shown.push('window'), isVisible: () => true },
      pages: { publish: (channel, payload) => shown.push(channel, payload) },
      notifier
    },
    drafts: {
      list: () => Promise.resolve(drafts),
      save: (draft) => Promise.resolve(void drafts.push(draft))
    },
    region: () => 'US',
    newId: () => intentId,
    t: textByKey,
    aside: (work) => void work.catch(expect.unreachable)
  })
})

const person = ['window', 'window:person-requested', { address: customer, compose: null }]
const draftOf = (body: string): Draft => ({ address: customer, body, line: null, intentId, wasTried: false })

test('the words of a link become the draft to its number, and the keyboard stays where it is', async () => {
  expect(opener.open(['(212) 555-0101'], 'See you')).toBe(true)
  await settled()
  expect(drafts).toEqual([draftOf('See you')])
  expect(shown).toEqual(person)
  expect(notifier.shown).toEqual([])
})

test('a draft that is there stays as it is', async () => {
  drafts = [{ ...draftOf('My own words'), line: '+15559876543' }]
  opener.open([customer], 'Their words')
  await settled()
  expect(drafts).toEqual([{ ...draftOf('My own words'), line: '+15559876543' }])
  expect(shown).toEqual(person)
})

test('a link without words begins no draft', async () => {
  opener.open([customer], '')
  await settled()
  expect(drafts).toEqual([])
  expect(shown).toEqual(person)
})

test('of several recipients the first is shown, and that is said', () => {
  opener.open([customer, '+12125550102', '+12125550103'], 'x')
  expect(shown).toEqual(person)
  expect(notifier.shown).toMatchObject([{ title: 'links.firstOnly {"count":2}' }])
  notifier.shown[0]?.onActivate()
  expect(shown).toEqual([...person, ...person])
})

test.each(['1002', '911', '*21#', 'ada', 'anonymous', '__proto__'])(
  '“%s” is nobody to write to',
  async (recipient) => {
    expect(opener.open([recipient], 'x')).toBe(false)
    await settled()
    expect([drafts, shown]).toEqual([[], []])
  }
)
