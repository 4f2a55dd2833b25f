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
  /** Resolves when so many requests of pages are answered, since the start. */
  whenAnswered(count: number): Promise<void>
}

/** Serves the built pages at `app://v360/`. */
export function serveAppScheme(session: Session, files: ReadonlyMap<string, PageFile>): AppScheme {
  let answered = 0
  const waiting = new Map<number, () => void>()
  session.protocol.handle('app', (request) => {
    answered += 1
    const resolve = waiting.get(answered)
    if (resolve) setImmediate(resolve)
    return answerPageRequest(request, files)
  })
  return {
    whenAnswered: (count) => new Promise((resolve) => waiting.set(count, resolve))
  }
}
