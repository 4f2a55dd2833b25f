import type { EventName } from '../shared/domain/event-name.ts'

/**
 * Asks the simulator at `url` to send an event of a name to every webhook that wants it.
 *
 * @throws Error where it does not answer, or not with a success
 */
export const simulatorAsker =
  (url: string) =>
  async (name: EventName): Promise<void> => {
    const response = await fetch(`${url}/_simulator/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
      signal: AbortSignal.timeout(5_000)
    })
    if (!response.ok) throw new Error(`The simulator answered ${response.status}.`)
  }
