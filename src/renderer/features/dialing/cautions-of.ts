import type { Dial, DialCandidate, DialCaution } from '../../../shared/domain/dialing.ts'

/** What is to be known before a candidate is called. */
export interface Cautions {
  /** What must be agreed to; where the main process asked, what it asked about. */
  readonly toAgree: readonly DialCaution[]
  /** What is only said. */
  readonly told: readonly DialCaution[]
  /** Whether the question stands: a confirmation agrees to all of `toAgree`. */
  readonly isAsked: boolean
}

/** What is to be known before `candidate` is called. A question about another candidate is none about this one. */
export function cautionsOf(dial: Dial, candidate: DialCandidate): Cautions {
  const known = [...dial.cautions, ...candidate.cautions]
  const asked = dial.asked?.address === candidate.address ? dial.asked.cautions : null
  return {
    toAgree: asked ?? known.filter(({ mustBeAgreed }) => mustBeAgreed),
    told: known.filter(({ mustBeAgreed }) => !mustBeAgreed),
    isAsked: asked !== null && dial.state === 'confirming'
  }
}
