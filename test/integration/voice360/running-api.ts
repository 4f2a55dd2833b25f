import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import { controlSimulator } from '../../../scripts/simulator-control.ts'
import { type ApiKeys, createVoice360Api } from '../../../src/main/core/voice360/index.ts'
import type { Voice360ApiOptions } from '../../../src/main/core/voice360/voice360-api.ts'
import type { RateBudget } from '../../../src/shared/domain/reach.ts'
import { type SimulatorOptions, startSimulator } from '../../../src/simulator/start-simulator.ts'

interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly key: string
}

/** A simulator with clients of it; stopped when the test is over. */
export async function runningApi(options: SimulatorOptions = {}) {
  const simulator = await startSimulator(options)
  onTestFinished(() => simulator.stop())
  const control = controlSimulator(simulator.url)
  const allKeys = { user: simulator.keys.users['1001'] ?? '', developer: simulator.keys.developer }
  const budgets: RateBudget[] = []
  return {
    simulator,
    keys: allKeys,
    budgets,
    client: (keys: ApiKeys = allKeys, more: Partial<Voice360ApiOptions> = {}) =>
      createVoice360Api({
        apiUrl: simulator.apiUrl,
        accountId: simulator.accountId,
        keys,
        onRateBudget: (_subject, budget) => void budgets.push(budget),
        ...more
      }),
    setFaults: (faults: Readonly<Record<string, unknown>>) => control.put('/faults', faults),
    /** What the API has seen, `POST /call/outbound developer`. */
    seen: async (): Promise<readonly string[]> => {
      const requests = await control.get<readonly SeenRequest[]>('/requests')
      return requests.map(
        ({ method, path, key }) => `${method} ${path.replace(/^\/v3\/voice\/\d+/, '')} ${key}`
      )
    }
  }
}

/** A server on loopback that answers everything with `listener`; gives its address. */
export async function serverThat(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return `http://127.0.0.1:${address.port}`
}
