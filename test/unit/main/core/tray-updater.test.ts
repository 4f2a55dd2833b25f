import { expect, test } from 'vitest'
import type { TrayStatus } from '../../../../src/main/core/ports.ts'
import { createTrayUpdater } from '../../../../src/main/core/tray-updater.ts'
import { unknownReach } from '../../../../src/shared/domain/reach.ts'
import { InMemoryLedger } from '../../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { recordingHost } from '../../../fakes/office-services.ts'
import { threadRecord } from '../../../fakes/sample-records.ts'

test('a burst of changes shows what waits once, in the tray and on the pages, without what is muted', async () => {
  const ledger = new InMemoryLedger()
  ledger.threads = [
    threadRecord({ unreadCount: 2 }),
    threadRecord({ unreadCount: 1 }),
    threadRecord({ unreadCount: 7, isMuted: true })
  ]
  const host = recordingHost()
  const shown: TrayStatus[] = []
  const clock = createManualClock()
  const update = createTrayUpdater({
    host: { pages: host.pages, tray: { show: (status) => void shown.push(status) } },
    ledger,
    calls: { countUnread: () => Promise.resolve(4) },
    rest: () => ({
      reach: { ...unknownReach, state: 'listening' },
      ringingCount: 1,
      quietUntilMs: null
    }),
    clock,
    aside: (work) => void work
  })
  update()
  update()
  await clock.advance(1_000)
  expect(shown).toMatchObject([
    { unreadCount: 3, missedCount: 4, ringingCount: 1, timeZone: 'America/New_York' }
  ])
  expect(host.asked).toEqual(['publish calls:unread-changed'])
  update()
  await clock.advance(1_000)
  expect(shown).toHaveLength(2)
})
