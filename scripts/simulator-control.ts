/** The simulator's control routes, as a demo, a test or a bench uses them. */
export interface SimulatorControl {
  /** Answers the ids of what was made: `call_id`, `message_id`. */
  post(path: string, body?: unknown): Promise<Readonly<Record<string, string>>>
  put(path: string, body: unknown): Promise<unknown>
  get<T>(path: string): Promise<T>
}

export function controlSimulator(url: string): SimulatorControl {
  async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/_simulator${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body)
      })
    })
    if (!response.ok) throw new Error(`The simulator refused ${method} ${path}: ${await response.text()}`)
    return (response.status === 204 ? {} : await response.json()) as T
  }
  return {
    post: (path, body = {}) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    get: (path) => send('GET', path)
  }
}
