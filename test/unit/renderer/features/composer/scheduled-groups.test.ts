import { expect, it } from 'vitest'
import { groupScheduled } from '../../../../../src/renderer/features/composer/scheduled-groups.ts'
import type { ScheduledMessage } from '../../../../../src/shared/domain/message.ts'
import { anna, ben } from '../../../../fakes/sample-office.ts'

const message = (id: string, change: Partial<ScheduledMessage> = {}): ScheduledMessage => ({
  id,
  line: '+15551112222',
  other: anna,
  body: id,
  dueAtMs: 0,
  afterId: null,
  heldBecause: null,
  ...change
})
const idsOf = (scheduled: readonly ScheduledMessage[]) =>
  groupScheduled(scheduled, anna.address).map(({ parts }) => parts.map(({ id }) => id))

it('shows the parts of one text together, in their order, and nobody else’s', () => {
  const scheduled = [
    message('single'),
    message('second', { afterId: 'first' }),
    message('third', { afterId: 'second' }),
    message('first'),
    message('other', { other: ben })
  ]
  expect(idsOf(scheduled)).toEqual([['single'], ['first', 'second', 'third']])
})

it('shows the parts that are left once the first went out', () => {
  const scheduled = [message('second', { afterId: 'sent' }), message('third', { afterId: 'second' })]
  expect(idsOf(scheduled)).toEqual([['second', 'third']])
})
