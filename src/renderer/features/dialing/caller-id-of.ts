import type { DialCandidate } from '../../../shared/domain/dialing.ts'

/**
 * The address to show to `candidate`, null leaving it to Voice360: what was chosen by hand for this dial, else (undefined) what was
 * last shown to them.
 */
export const callerIdOf = (
  chosenByHand: string | null | undefined,
  candidate: Pick<DialCandidate, 'callerId'> | null
): string | null => (chosenByHand === undefined ? (candidate?.callerId ?? null) : chosenByHand)
