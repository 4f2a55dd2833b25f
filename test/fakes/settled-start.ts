import { createLiveValue } from '../../src/main/core/live-value.ts'
import type { StartService } from '../../src/main/core/start/index.ts'
import { InMemorySecretStore } from '../../src/main/secrets/in-memory-secret-store.ts'
import { succeeded } from '../../src/shared/domain/failure.ts'
import type { Start } from '../../src/shared/domain/start.ts'

/** A start at which nothing is left to settle. */
export const settledStart = (): StartService => ({
  current: createLiveValue<Start>({ stage: 'running', run: 1 }),
  openSecrets: () => Promise.resolve(new InMemorySecretStore()),
  tryKeychain: () => Promise.resolve(),
  usePassphrase: () => Promise.resolve(succeeded({ ok: true })),
  useMemory: () => undefined,
  describe: () => ({ place: 'memory', keychain: '', canChooseAgain: false }),
  changePassphrase: () => Promise.resolve(succeeded({ ok: true })),
  moveToKeychain: () => Promise.resolve(succeeded({ ok: true })),
  forgetChoice: () => undefined
})
