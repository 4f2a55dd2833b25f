/** What of @ngrok/ngrok is used (its index.d.ts). Times are in seconds. */
export interface NgrokSessionBuilder {
  authtoken(authtoken: string): this
  heartbeatInterval(seconds: number): this
  heartbeatTolerance(seconds: number): this
  /** Called each time that it connects anew after the connection was lost; answering false throws where nobody can catch it. */
  handleDisconnection(handler: (address: string, error: string) => boolean): this
  /** Called for each answer of ngrok's to a heartbeat. */
  handleHeartbeat(handler: (latencyMs: number) => void): this
  connect(): Promise<NgrokSession>
}

export interface NgrokSession {
  httpEndpoint(): NgrokListenerBuilder
  close(): Promise<void>
}

export interface NgrokListenerBuilder {
  domain(domain: string): this
  listenAndForward(toUrl: string): Promise<NgrokListener>
}

export interface NgrokListener {
  url(): string | null
  /** Resolves when it no longer forwards. */
  join(): Promise<void>
}

export interface NgrokLibrary {
  readonly version: string | null
  createSessionBuilder(): NgrokSessionBuilder
}

/** Rejects where the library was not installed: it is optional, and made for some systems only. */
export async function loadInstalledNgrok(): Promise<NgrokLibrary> {
  const { SessionBuilder } = await import('@ngrok/ngrok')
  const { default: description } = await import('@ngrok/ngrok/package.json', { with: { type: 'json' } })
  return { version: description.version, createSessionBuilder: () => new SessionBuilder() }
}
