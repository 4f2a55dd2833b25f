/** What each call has told so far of whom it is about: `callKey` → `EventScope` as JSON. Only relays read it. */
export const callsBucket = 'voice360_calls'
export const callsTtlMs = 4 * 3_600_000

/** Which relay leads. A lease that nobody renews is gone after `leaseMs`. */
export const leaderBucket = 'voice360_leader'
export const leaseMs = 8_000
