import type { BudgetSubject, RateBudget, ToldBudget } from '../../../shared/domain/reach.ts'
import { limitWindowMs } from '../voice360/index.ts'

/** What the answers of the last minute said of each rate limit: the account's keys have one each, and what goes without a key has one too. */
export function createToldBudgets() {
  const told = new Map<BudgetSubject, { readonly budget: RateBudget; readonly atMs: number }>()
  return {
    note(subject: BudgetSubject, budget: RateBudget, nowMs: number): void {
      told.set(subject, { budget, atMs: nowMs })
    },
    /** The limit of which the smallest part is left; null where no answer of the last minute told of any. */
    tightest(nowMs: number): ToldBudget | null {
      let tightest: ToldBudget | null = null
      for (const [subject, { budget, atMs }] of told) {
        if (nowMs - atMs >= limitWindowMs) continue
        if (tightest === null || partLeft(budget) < partLeft(tightest)) tightest = { subject, ...budget }
      }
      return tightest
    },
    forget: (): void => told.clear()
  }
}

const partLeft = ({ remaining, limit }: RateBudget): number => remaining / limit
