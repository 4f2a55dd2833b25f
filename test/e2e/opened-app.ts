import type { Browser, Page } from 'playwright-core'
import { controlSimulator, type SimulatorControl } from '../../scripts/simulator-control.ts'
import { startApp } from '../../scripts/start-app.ts'
import { startSimulator } from '../../src/simulator/start-simulator.ts'

/** The real app in a browser tab, signed in with both keys, beside a simulated Voice360. */
export interface OpenedApp {
  readonly page: Page
  readonly control: SimulatorControl
  /** What the page logged as an error or a warning: nothing of that is normal. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** A line of extension 1001, as the simulator's office has it. */
export const myLine = '+15559876543'

interface Office {
  readonly ringMs: number
  readonly talkMs: number
  /** How many colleagues there are; twelve unless a test says otherwise. */
  readonly users?: number
}

/** How long phones ring and people talk there unless a test says otherwise. */
const quickOffice: Office = { ringMs: 200, talkMs: 800 }

export async function openApp(browser: Browser, office: Office = quickOffice): Promise<OpenedApp> {
  const simulator = await startSimulator({ seed: 3, ...office })
  const control = controlSimulator(simulator.url)
  const keys = [simulator.keys.users['1001'] ?? '', simulator.keys.developer]
  const app = await startApp({ electron: null, apiUrl: simulator.apiUrl, accountId: 61, keys })
  await control.post('/webhooks', { url: app.webhook })
  const page = await browser.newPage({ viewport: { width: 1080, height: 720 } })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(app.ui)
  await page.getByText('ext 1001').waitFor()
  // It would leave with the first event, and what is below it would move.
  await page.getByRole('button', { name: 'Not now' }).click()
  return {
    page,
    control,
    complaints,
    async close() {
      await page.close()
      await app.stop()
      await simulator.stop()
    }
  }
}

/** A call from `from` that someone at my extension answered and that is over. */
export async function talkWith({ page, control }: OpenedApp, from: string, name: string): Promise<void> {
  const { call_id: id } = await control.post('/calls', {
    from,
    to: myLine,
    extension: '1001',
    caller_name: name
  })
  await control.post(`/calls/${id}/answer`, { extension: '1001' })
  await control.post(`/calls/${id}/hang-up`, { by: 'caller' })
  await page.getByRole('listbox', { name: 'Calls' }).getByText(name).first().waitFor()
}
