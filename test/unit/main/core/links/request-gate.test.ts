import { expect, test } from 'vitest'
import type { OutsideRequest } from '../../../../../src/main/core/links/index.ts'
import { createRequestGate } from '../../../../../src/main/core/links/index.ts'

const link = (number: number): OutsideRequest => ({ kind: 'link', url: `tel:${number}` })

test('what comes before it is opened is handed over once, together; what comes later at once', () => {
  const gate = createRequestGate()
  const answered: (readonly OutsideRequest[])[] = []
  gate.add([link(1)])
  gate.add([])
  gate.add([link(2)])
  gate.open((requests) => answered.push(requests))
  expect(answered).toEqual([[link(1), link(2)]])
  gate.add([link(3)])
  gate.add([])
  expect(answered.slice(1)).toEqual([[link(3)], []])
})

test('a storm before it is opened takes no more room than a hundred', () => {
  const gate = createRequestGate()
  for (let number = 0; number < 500; number += 1) gate.add([link(number), link(number)])
  gate.open((requests) => expect(requests).toHaveLength(100))
  expect.assertions(1)
})

test('nothing that came is no request', () => {
  const gate = createRequestGate()
  gate.add([])
  gate.open(() => expect.unreachable())
})
