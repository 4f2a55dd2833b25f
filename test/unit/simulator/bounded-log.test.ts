import { expect, it } from 'vitest'
import { BoundedLog } from '../../../src/simulator/bounded-log.ts'

it('remembers the newest entries, oldest first', () => {
  const log = new BoundedLog<number>(3)
  for (let entry = 1; entry <= 10; entry += 1) log.add(entry)
  expect(log.all()).toEqual([8, 9, 10])
})
