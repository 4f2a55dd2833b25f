import type { WebContents } from 'electron'

/** Loads a page anew when its process died: a pop-up that is gone would miss calls without a word. */
export function revivePage(contents: WebContents): void {
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') contents.reload()
  })
}
