import type * as electron from 'electron'
import { median, percentile } from './interleave.ts'

export type Electron = typeof electron

/** The time in milliseconds as the pages' clocks tell it too. */
export const nowMs = (): number => performance.timeOrigin + performance.now()

/** Runs in a page: resolves with the time at which an element that `selector` finds, with `text` in it, was on the screen. */
export const whenPainted = (selector: string, text: string): string => `new Promise((resolve) => {
  const look = () => {
    const found = [...document.querySelectorAll('${selector}')].find((it) => it.textContent.includes('${text}'))
    if (!found) return false
    requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
      after.port2.postMessage(null)
    })
    return true
  }
  if (look()) return
  const observer = new MutationObserver(() => look() && observer.disconnect())
  observer.observe(document, { subtree: true, childList: true, characterData: true })
})`

/** Runs in the main process: `code` in the page of that address, which is open already. */
export function inPage(
  { BrowserWindow }: Electron,
  { url, code }: { readonly url: string; readonly code: string }
): Promise<number> {
  const page = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL() === url)
  return page?.webContents.executeJavaScript(code) ?? Promise.reject(new Error(`${url} is not open`))
}

/** Prints what a window made ahead takes, in milliseconds, beside one that is made each time. */
export function printPainted(
  print: (line: object) => void,
  figure: string,
  samples: Readonly<Record<'madeAhead' | 'madeEachTime', readonly number[]>>
): void {
  const against = 'new window each time'
  for (const [name, share] of [
    ['p50', 0.5],
    ['p99', 0.99]
  ] as const) {
    const value = percentile(samples.madeAhead, share)
    const ratio = value / percentile(samples.madeEachTime, share)
    print({ figure: `${figure}, ${name}`, value, unit: 'ms', against, ratio })
  }
  print({ figure: against, value: median(samples.madeEachTime), unit: 'ms', against: null, ratio: null })
}
