import { type ReactNode, useState } from 'react'
import type { Outcome } from '../../../shared/domain/failure.ts'
import { Question } from '../../ui/index.ts'

interface ConfirmedCommandProps {
  readonly title: string
  readonly text: string
  readonly confirmLabel: string
  readonly run: () => Promise<Outcome<unknown>>
  /** The button that asks. */
  readonly children: (ask: () => void) => ReactNode
}

/** Asks, then does what takes a while, and says where it did not succeed. */
export function ConfirmedCommand({ title, text, confirmLabel, run, children }: ConfirmedCommandProps) {
  const [isAsking, setIsAsking] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = async () => {
    setIsPending(true)
    setProblem(null)
    const outcome = await run().catch((error: Error) => ({ ok: false, failure: error }) as const)
    setIsPending(false)
    if (outcome.ok) setIsAsking(false)
    else setProblem(outcome.failure.message)
  }
  return (
    <>
      {children(() => {
        setProblem(null)
        setIsAsking(true)
      })}
      <Question
        title={title}
        text={text}
        confirmLabel={confirmLabel}
        isOpen={isAsking}
        isPending={isPending}
        problem={problem}
        onConfirm={() => void confirm()}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
