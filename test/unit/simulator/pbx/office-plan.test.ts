import { describe, expect, it } from 'vitest'
import { officePlan } from '../../../../src/simulator/pbx/office-plan.ts'

describe('officePlan', () => {
  it("has the document's John Smith and his two lines", () => {
    const { users, lines } = officePlan(12)
    expect(users[0]).toMatchObject({
      pk: 123,
      asteriskUserId: 456,
      extension: '1001',
      firstName: 'John',
      lastName: 'Smith',
      email: 'john.smith@company.com',
      timeZone: 'America/New_York'
    })
    expect(lines.slice(0, 2)).toMatchObject([
      {
        pk: 789,
        number: '+15551234567',
        friendlyName: 'Main Business Line',
        isSmsEnabled: true,
        isMmsEnabled: true
      },
      {
        pk: 790,
        number: '+15559876543',
        friendlyName: 'Support Line',
        isSmsEnabled: true,
        isMmsEnabled: false
      }
    ])
  })

  it.for([1, 2, 12, 13, 60, 500])(
    'gives each of %i users an extension and a mailbox of their own',
    (count) => {
      const { users } = officePlan(count)
      expect(new Set(users.map((user) => user.extension)).size).toBe(count)
      expect(new Set(users.map((user) => user.email)).size).toBe(count)
      expect(users.every((user) => /^[a-z-]+\.[a-z-]+\d*@company\.com$/.test(user.email))).toBe(true)
    }
  )

  it('has lines and queue members for those only who are there', () => {
    const { users, lines, queues } = officePlan(2)
    const extensions = users.map((user) => user.extension)
    expect(lines.flatMap(({ rings }) => ('extension' in rings ? rings.extension : []))).toEqual([
      '1001',
      '1001',
      '1002'
    ])
    expect(
      queues.flatMap((queue) => queue.memberExtensions).every((member) => extensions.includes(member))
    ).toBe(true)
  })

  it('has every number once', () => {
    const numbers = officePlan(500).lines.map((line) => line.number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.every((number) => /^\+1\d{10}$/.test(number))).toBe(true)
  })
})
