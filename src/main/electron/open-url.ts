import { app } from 'electron'

/** Calls `onOpen` with every link that macOS hands to this app; the first may come before the app is ready. */
export function onOpenUrl(onOpen: (url: string) => void): void {
  app.on('open-url', (event, url) => {
    event.preventDefault()
    onOpen(url)
  })
}
