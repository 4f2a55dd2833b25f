/** How many entries of a timeline are read at first. */
export const firstTimelineLimit = 100
/** The contract's most. */
export const longestTimelineLimit = 500
