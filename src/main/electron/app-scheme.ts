import { protocol, type Session } from 'electron'
import type { PageFile } from '../pages/page-files.ts'
import { answerPageRequest } from './answer-page-request.ts'

/** Makes `app:` an origin of its own, as safe as https. To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
    }
  ])
}

export interface AppScheme {
  /** Resolves at the next request of a page, when that is answered. */
  nextRequest(): Promise<void>
}

/** Serves the built pages at `app://v360/`. */
export function serveAppScheme(session: Session, files: ReadonlyMap<string, PageFile>): AppScheme {
  let next = Promise.withResolvers<void>()
  session.protocol.handle('app', (request) => {
    setImmediate(next.resolve)
    next = Promise.withResolvers()
    return answerPageRequest(request, files)
  })
  return { nextRequest: () => next.promise }
}
