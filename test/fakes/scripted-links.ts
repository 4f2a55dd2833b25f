import type { LinkHandlers } from '../../src/shared/domain/link.ts'
import type { Answers } from './scripted-bridge.ts'

type LinkAnswers = Pick<Answers, 'links:get-handlers' | 'links:make-default'>

export function scriptedLinks(): LinkAnswers {
  let current: LinkHandlers = {
    system: 'linux',
    handlers: [
      { scheme: 'tel', state: 'this-app' },
      { scheme: 'callto', state: 'another' },
      { scheme: 'sms', state: 'unavailable' }
    ]
  }
  return {
    'links:get-handlers': () => current,
    'links:make-default': ({ scheme }) => {
      const handlers = current.handlers.map((handler) =>
        handler.scheme === scheme ? ({ scheme, state: 'this-app' } as const) : handler
      )
      current = { ...current, handlers }
      return current
    }
  }
}
