/** JetStream's codes for "wrong last sequence": another was faster. The second is how newer servers say it without the number. */
export const writeConflicts: readonly number[] = [10_071, 10_164]
