import type { StartChannel } from '../../shared/ipc/channels.ts'
import type { StartService } from '../core/start/index.ts'
import type { RequestHandlers } from './answer-request.ts'

const done = { ok: true } as const

/** What pages may ask before the application is put together. */
export const createStartHandlers = (start: StartService): Pick<RequestHandlers, StartChannel> => ({
  'start:get-start': () => start.current.get(),
  'start:try-keychain': async () => {
    await start.tryKeychain()
    return done
  },
  'start:use-passphrase': ({ passphrase }) => start.usePassphrase(passphrase),
  'start:use-memory': () => {
    start.useMemory()
    return done
  }
})
