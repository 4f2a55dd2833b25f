import { useState } from 'react'
import type { Outcome } from '../../../shared/domain/failure.ts'

/** What came of the last thing asked for, where that can be refused. */
export function useOutcome() {
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  return {
    isPending,
    problem,
    forget: () => setProblem(null),
    /** Whether it was done; why not then stands in `problem`. */
    async run(request: () => Promise<Outcome<unknown>>): Promise<boolean> {
      setIsPending(true)
      setProblem(null)
      const failure = await request().then(
        (outcome) => (outcome.ok ? null : outcome.failure.message),
        (error: unknown) => (error instanceof Error ? error.message : String(error))
      )
      setIsPending(false)
      setProblem(failure)
      return failure === null
    }
  }
}
