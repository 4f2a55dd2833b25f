import type { Session } from 'electron'

const pageUrls = 'app://v360/'

/** A proxy that there is not, for this computer's own addresses too: names under `.invalid` never resolve (RFC 6761). */
const nowhere = { proxyRules: 'http://proxy.invalid:9', proxyBypassRules: '<-loopback>' }

/** Lets pages load nothing but what is ours, and grants them nothing but copying. */
export function guardSession(session: Session, isPackaged: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, respond) => respond({ cancel: !isLoadable(url, isPackaged) }))
  session.setPermissionRequestHandler((_contents, permission, respond, { isMainFrame, requestingUrl }) =>
    respond(isGranted(permission, isMainFrame, requestingUrl))
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, { isMainFrame }) =>
    isGranted(permission, isMainFrame, requestingOrigin)
  )
  // What is loaded without a request that could be cancelled (WebRTC's, a connection made ahead) ends there.
  void session.setProxy(nowhere)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, respond) => respond(null))
}

/** Developers may also load their tools. */
export const isLoadable = (url: string, isPackaged: boolean): boolean =>
  url.startsWith(pageUrls) || (!isPackaged && url.startsWith('devtools://'))

/** `url` is that of the asking page, or its origin, with or without a last slash. */
export const isGranted = (permission: string, isMainFrame: boolean, url: string): boolean =>
  permission === 'clipboard-sanitized-write' && isMainFrame && `${url}/`.startsWith(pageUrls)
