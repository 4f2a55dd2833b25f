import type { PageFile } from '../pages/page-files.ts'
import { pageHeaders } from '../pages/page-headers.ts'

/** Answers an `app:` URL with the file that the list has for it, and everything else with one and the same 404. */
export function answerPageRequest(request: Request, files: ReadonlyMap<string, PageFile>): Response {
  const { host, pathname } = new URL(request.url)
  const file = request.method === 'GET' && host === 'v360' ? files.get(pathname) : undefined
  const headers = pageHeaders("'none'", file)
  if (file === undefined) {
    return new Response(null, { status: 404, headers: { ...headers, 'Content-Type': 'text/plain' } })
  }
  return new Response(file.read(), { headers: { ...headers, 'Content-Type': file.contentType } })
}
