import type { Simulator } from '../../../src/simulator/start-simulator.ts'

/** A bare client: what the API says to a path below the account, and what the simulator does when told. */
export function apiClient({ url, apiUrl, accountId, keys }: Simulator) {
  const call = async (address: string, init: RequestInit) => {
    const response = await fetch(address, init)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  const withKey = (key: string | undefined) => (key === undefined ? {} : { 'X-API-Key': key })
  const control = (method: string, path: string, body?: unknown) =>
    call(`${url}/_simulator${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body)
      })
    })

  return {
    developer: keys.developer,
    john: keys.users['1001'] ?? '',
    get: (path: string, key?: string) => call(`${apiUrl}/${accountId}${path}`, { headers: withKey(key) }),
    post: (path: string, body: unknown, key?: string) =>
      call(`${apiUrl}/${accountId}${path}`, {
        method: 'POST',
        headers: withKey(key),
        body: typeof body === 'string' ? body : JSON.stringify(body)
      }),
    control,
    advance: (advance_ms: number) => control('POST', '/clock', { advance_ms })
  }
}
