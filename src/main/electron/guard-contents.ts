import { app } from 'electron'

/**
 * Keeps every page where it was loaded: no navigation, no redirect, no webview, no new window. WebRTC, which no policy of a page and
 * no request filter knows of, is left with TCP through a proxy, and `guardSession` leaves it none.
 */
export function guardContents(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
