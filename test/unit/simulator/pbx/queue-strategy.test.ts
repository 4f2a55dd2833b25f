import { describe, expect, it } from 'vitest'
import { agentsToRing } from '../../../../src/simulator/pbx/queue-strategy.ts'

const members = ['1001', '1002', '1003']
const everyone = () => true
const allBut = (busy: string) => (extension: string) => extension !== busy
const noHistory = { answeredCalls: new Map<string, number>(), lastRung: undefined }

describe('agentsToRing', () => {
  it('ringall rings every free member', () => {
    expect(agentsToRing.ringall(members, noHistory, allBut('1002'))).toEqual(['1001', '1003'])
  })

  it('fewestcalls rings the free member who has answered least', () => {
    const history = {
      ...noHistory,
      answeredCalls: new Map([
        ['1001', 2],
        ['1003', 1]
      ])
    }
    expect(agentsToRing.fewestcalls(members, history, everyone)).toEqual(['1002'])
    expect(agentsToRing.fewestcalls(members, history, allBut('1002'))).toEqual(['1003'])
  })

  it('rrmemory rings the next one after whom it rang last, and begins again at the end', () => {
    expect(agentsToRing.rrmemory(members, noHistory, everyone)).toEqual(['1001'])
    expect(agentsToRing.rrmemory(members, { ...noHistory, lastRung: '1001' }, everyone)).toEqual(['1002'])
    expect(agentsToRing.rrmemory(members, { ...noHistory, lastRung: '1001' }, allBut('1002'))).toEqual([
      '1003'
    ])
    expect(agentsToRing.rrmemory(members, { ...noHistory, lastRung: '1003' }, everyone)).toEqual(['1001'])
  })

  it('rings nobody when nobody is free', () => {
    for (const choose of Object.values(agentsToRing))
      expect(choose(members, noHistory, () => false)).toEqual([])
  })
})
