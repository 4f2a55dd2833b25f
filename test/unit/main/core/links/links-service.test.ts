import { beforeEach, describe, expect, test } from 'vitest'
import { createLinksService, type LinksService } from '../../../../../src/main/core/links/index.ts'
import { createLiveValue } from '../../../../../src/main/core/live-value.ts'
import type { Dial } from '../../../../../src/shared/domain/dialing.ts'
import type { LinkHandler, LinkScheme } from '../../../../../src/shared/domain/link.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'
import { sampleDial } from '../../../../fakes/scripted-dialing.ts'
import { hostileLinks } from '../../../../fixtures/hostile-links.ts'

let clock: ManualClock
let log: ReturnType<typeof createRecordingLog>
let dial: ReturnType<typeof createLiveValue<Dial | null>>
let asked: string[]
let isRecipientGood: boolean
let links: LinksService

beforeEach(() => {
  clock = createManualClock()
  log = createRecordingLog()
  dial = createLiveValue<Dial | null>(null)
  asked = []
  isRecipientGood = true
  const states = new Map<LinkScheme, LinkHandler['state']>([['tel', 'another']])
  links = createLinksService({
    dialing: {
      current: dial,
      propose(text, source) {
        asked.push(`${source} “${text}”`)
        const before = dial.get()
        const next: Dial = before
          ? { ...before, leftOutCount: before.leftOutCount + 1 }
          : sampleDial({ text })
        dial.set(next)
        return next
      }
    },
    links: {
      system: 'linux',
      stateOf: (scheme) => Promise.resolve(states.get(scheme) ?? 'unavailable'),
      makeDefault: (scheme) => Promise.resolve(void states.set(scheme, 'this-app'))
    },
    clipboard: { readText: () => Promise.resolve('copied') },
    messageOpener: {
      open(recipients, body) {
        asked.push(`write ${recipients.join()}: ${body}`)
        return isRecipientGood
      }
    },
    showWindow: () => asked.push('window'),
    clock,
    log,
    aside: (work) => void work.catch(expect.unreachable)
  })
})

const open = (...urls: string[]) => links.open(urls.map((url) => ({ kind: 'link', url })))

describe('a request', () => {
  test('to call is proposed as it is written', () => {
    open('tel:+1-212-555-0101;ext=7')
    expect(asked).toEqual(['link “tel:+1-212-555-0101;ext=7”'])
  })

  test('to write is opened as a message', () => {
    open('sms:+12125550101?body=Hello')
    expect(asked).toEqual(['write +12125550101: Hello'])
  })

  test('of the command line is proposed as such', () => {
    links.open([{ kind: 'dial', text: '212 555 0101' }])
    expect(asked).toEqual(['command-line “212 555 0101”'])
  })

  test('of the command line without a number proposes what was copied', async () => {
    links.open([{ kind: 'dial', text: '' }])
    await settled()
    expect(asked).toEqual(['command-line “copied”'])
  })

  test.each(['tel:%', 'sms:?body=x', 'tel:+1\n2', 'x'.repeat(3_000)])(
    'that cannot be read shows the window and that there is no number, with nothing of the link: %s',
    (url) => {
      open(url)
      expect(asked).toEqual(['window', 'link “”'])
    }
  )

  test('to write to what is no number does so too', () => {
    isRecipientGood = false
    open('sms:1002?body=x')
    expect(asked).toEqual(['write 1002: x', 'window', 'link “”'])
  })

  test('is proposed without marks that turn what is read around', () => {
    open('tel:\u202eabc')
    expect(asked).toEqual(['link “tel:abc”'])
  })
})

describe('of several requests', () => {
  test('at once only the first is answered, whatever kind they are', () => {
    open('sms:+12125550101?body=1', 'tel:+12125550102', 'sms:+12125550103?body=3')
    expect(asked).toEqual(['write +12125550101: 1'])
  })

  test('those that come while a dial is confirmed are counted there', async () => {
    open('tel:+12125550101')
    await clock.advance(60_000)
    open('sms:+12125550102?body=x')
    links.open([{ kind: 'dial', text: '' }])
    await settled()
    expect(asked).toEqual(['link “tel:+12125550101”', 'link “”', 'command-line “”'])
    expect(dial.get()).toMatchObject({ leftOutCount: 2 })
  })

  test.each(['counting-down', 'placing'] as const)('none disturbs a dial that is %s', (state) => {
    dial.set(sampleDial({ state }))
    open('sms:+12125550102?body=x', 'tel:%')
    expect(asked).toEqual(['link “”', 'link “”'])
  })

  test('one that comes after a pause is answered again', async () => {
    open('sms:+12125550101')
    await clock.advance(999)
    open('sms:+12125550102')
    await clock.advance(999)
    open('sms:+12125550103')
    await clock.advance(1_000)
    open('sms:+12125550104')
    expect(asked).toEqual(['write +12125550101: ', 'write +12125550104: '])
  })

  test('a number that is given by hand is not taken for a part of a storm of links', () => {
    open('sms:+12125550101', 'sms:+12125550102')
    links.open([{ kind: 'dial', text: '1002' }])
    expect(asked).toEqual(['write +12125550101: ', 'command-line “1002”'])
  })

  test('a storm shows one thing, even where each dial is put away at once, and one line in the log', async () => {
    dial.watch((current) => current && queueMicrotask(() => dial.set(null)))
    for (const url of hostileLinks) {
      open(url)
      await clock.advance(500)
    }
    expect(asked).toHaveLength(1)
    expect(log.lines).toHaveLength(1)
    expect(JSON.stringify(log.lines)).not.toMatch(/tel:|sms:|\d{3}/)

    await clock.advance(1_000)
    open('tel:+12125550101', 'tel:+12125550102')
    await settled()
    expect(log.lines).toHaveLength(2)
  })
})

test('who opens links is told for each scheme, and changed only when asked', async () => {
  expect(await links.handlers()).toEqual({
    system: 'linux',
    handlers: [
      { scheme: 'tel', state: 'another' },
      { scheme: 'callto', state: 'unavailable' },
      { scheme: 'sms', state: 'unavailable' }
    ]
  })
  expect((await links.makeDefault('tel')).handlers[0]).toEqual({ scheme: 'tel', state: 'this-app' })
})
