import { beforeAll, describe, expect, it } from 'vitest'
import {
  availabilityOf,
  filtersOf,
  wordOf
} from '../../../../../src/renderer/features/presence/describe-colleague.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'
import type { Colleague } from '../../../../../src/shared/domain/presence.ts'
import { unknownPresence } from '../../../../../src/shared/domain/presence.ts'
import { anna, anonymous, sampleColleagues } from '../../../../fakes/sample-office.ts'

beforeAll(() => startText())

const colleague: Colleague = { extension: '1004', name: 'Noor', isMe: false, isOnline: true, calls: [] }
const withCall = (other: typeof anna): Colleague => ({
  ...colleague,
  calls: [{ direction: 'inbound', other, startedAtMs: 0 }]
})

describe('a colleague', () => {
  it('whose calls cannot be seen is online, never free', () => {
    expect(availabilityOf({ ...colleague, calls: null })).toBe('online')
    expect(availabilityOf(colleague)).toBe('free')
  })

  it('on a call is so even where no device is registered', () => {
    expect(availabilityOf({ ...withCall(anna), isOnline: false })).toBe('on-call')
  })

  it('is on a call with whom, where that is known', () => {
    expect(wordOf(withCall(anna))).toBe('on a call with Anna Meier')
    expect(wordOf(withCall(anonymous))).toBe('on a call')
  })
})

describe('the filters', () => {
  const presence = { ...unknownPresence, colleagues: sampleColleagues(0) }

  it('count everyone once beside "all"', () => {
    const [all, ...parts] = filtersOf({ ...presence, detail: 'with-calls' }).map(({ count }) => count)
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(all)
  })

  it('offer nothing about calls to a key that cannot see them', () => {
    const shown = filtersOf({ ...presence, detail: 'online-only' }).map(({ filter }) => filter)
    expect(shown).toEqual(['all', 'free', 'offline'])
  })
})
