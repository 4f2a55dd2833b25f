/** What each call has told so far of whom it is about: `callKey` → `EventScope` as JSON. Only relays read it. */
export const callsBucket = 'voice360_calls'
export const callsTtlMs = 4 * 3_600_000

/** Which relay leads. On disk: a lease that a server's restart forgets could be taken while it is held. */
export const leaderBucket = 'voice360_leader'
