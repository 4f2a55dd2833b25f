import type { Answers } from '../fakes/scripted-bridge.ts'
import { type Act, appeared, inOrder, press } from './acts.ts'

const diagnostics = (act: Act = () => undefined, answers: Partial<Answers> = {}) => ({
  page: 'main' as const,
  hash: '/settings/diagnostics',
  callFilter: {},
  answers: (): Partial<Answers> => ({ 'popup:list-cards': () => [], ...answers }),
  act
})

const bundle = press('Support bundle')

/** Diagnostics, in the states worth looking at. */
export const diagnosticsScreens = {
  diagnostics: diagnostics(),
  'diagnostics-api': diagnostics(press('To Voice360')),
  'diagnostics-versions': diagnostics(press('Versions')),
  'diagnostics-empty': diagnostics(undefined, {
    'diagnostics:get-diagnostics': () => ({ requests: [], apiCalls: [], versions: [] })
  }),
  'diagnostics-bundle': diagnostics(
    inOrder(bundle, press('Prepare'), async () => {
      const files = await appeared('ul[aria-label="Files in the bundle"]')
      const events = [...files.querySelectorAll('button')].find((it) => it.textContent?.startsWith('events'))
      events?.click()
      await appeared('[aria-label="Text of events.jsonl"]')
    })
  ),
  'diagnostics-bundle-failed': diagnostics(
    inOrder(bundle, press('Prepare'), async () => void (await appeared('[role="alert"]'))),
    {
      'diagnostics:make-bundle': () => {
        throw new Error('The database could not be opened.')
      }
    }
  )
}
