import { beforeAll, describe, expect, it } from 'vitest'
import { describeFilter } from '../../../../../src/renderer/features/calls/describe-filter.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'
import { noFilter } from '../../../../../src/shared/domain/call.ts'
import { number } from '../../../../fakes/sample-office.ts'

beforeAll(() => startText())

const line = number('+15551112222', 'Main Business Line')
const describeIt = (change: Partial<typeof noFilter>) =>
  describeFilter({ ...noFilter, ...change }, [line], 'America/New_York')

describe('the filters in words', () => {
  it('leave out what shows itself', () => {
    expect(describeIt({ isMissed: true, isMine: true, text: 'anna' })).toEqual([])
  })

  it('name a line as people know it, and one that is gone by its number', () => {
    expect(describeIt({ line: line.address })[0]?.label).toBe('Main Business Line')
    expect(describeIt({ line: '+15550000000' })[0]?.label).toBe('+15550000000')
  })

  it('tell the last day that is included', () => {
    const [until] = describeIt({ toMs: Date.UTC(2020, 10, 25, 5) })
    expect(until?.label).toBe('until Nov 24, 2020')
    expect(until?.without).toEqual({ toMs: null })
  })
})
