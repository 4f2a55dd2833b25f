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

/** Serves the built pages at `app://v360/`. */
export function serveAppScheme(session: Session, files: ReadonlyMap<string, PageFile>): void {
  session.protocol.handle('app', (request) => answerPageRequest(request, files))
}
