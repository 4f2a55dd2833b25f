/** A page in the background draws nothing. */
const longestWaitMs = 200

/** Resolves once what the document holds is on the screen; a page that shows nothing waits a moment only. */
export const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    new PerformanceObserver((_entries, observer) => {
      observer.disconnect()
      resolve()
    }).observe({ type: 'paint', buffered: true })
    setTimeout(resolve, longestWaitMs)
  })
