import { expect, test } from 'vitest'
import { createToldBudgets } from '../../../../../src/main/core/session/told-budgets.ts'

test('each limit is told of by itself: what goes without a key takes nothing from that of a key', () => {
  const budgets = createToldBudgets()
  expect(budgets.tightest(0)).toBeNull()
  budgets.note('public', { remaining: 96, limit: 100 }, 0)
  budgets.note('user', { remaining: 998, limit: 1_000 }, 1)
  expect(budgets.tightest(2)).toEqual({ subject: 'public', remaining: 96, limit: 100 })
  budgets.note('user', { remaining: 900, limit: 1_000 }, 2)
  budgets.note('public', { remaining: 95, limit: 100 }, 3)
  expect(budgets.tightest(3)).toEqual({ subject: 'user', remaining: 900, limit: 1_000 })
})

test('what was said a minute ago is over', () => {
  const budgets = createToldBudgets()
  budgets.note('developer', { remaining: 10, limit: 1_000 }, 0)
  budgets.note('user', { remaining: 800, limit: 1_000 }, 30_000)
  expect(budgets.tightest(59_999)?.subject).toBe('developer')
  expect(budgets.tightest(60_000)?.subject).toBe('user')
  expect(budgets.tightest(90_000)).toBeNull()
  budgets.note('user', { remaining: 800, limit: 1_000 }, 90_000)
  budgets.forget()
  expect(budgets.tightest(90_000)).toBeNull()
})
