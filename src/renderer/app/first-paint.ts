/** A page in the background draws no frame. */
const longestWaitMs = 200

/** Resolves once the page has shown what its document holds; a page that shows nothing waits a moment only. */
export const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    setTimeout(resolve, longestWaitMs)
  })
