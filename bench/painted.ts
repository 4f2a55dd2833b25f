import type * as electron from 'electron'

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
