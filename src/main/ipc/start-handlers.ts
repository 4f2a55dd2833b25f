import type { StartChannel } from '../../shared/ipc/channels.ts'
import type { Restart } from '../core/application.ts'
import type { StartService } from '../core/start/index.ts'
import type { RequestHandlers } from './answer-request.ts'

const done = { ok: true } as const

/** What pages may ask whether or not an application is put together. */
export const createStartHandlers = (
  start: StartService,
  restart: Restart
): Pick<RequestHandlers, StartChannel> => ({
  'start:get-start': () => start.current.get(),
  'start:try-keychain': async () => {
    await start.tryKeychain()
    return done
  },
  'start:use-passphrase': ({ passphrase }) => start.usePassphrase(passphrase),
  'start:use-memory': () => {
    start.useMemory()
    return done
  },
  'start:get-secrets': () => start.describe(),
  'start:change-passphrase': ({ passphrase, next }) => start.changePassphrase(passphrase, next),
  'start:move-to-keychain': () => start.moveToKeychain(restart),
  'start:choose-again': () => {
    // Not awaited: it may take until the user has chosen. Where it fails, the start says so.
    const { stage } = start.current.get()
    if (stage === 'running' || stage === 'failed')
      restart(() => Promise.resolve(start.forgetChoice())).catch(() => undefined)
    return done
  }
})
