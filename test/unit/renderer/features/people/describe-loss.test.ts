import { beforeAll, expect, it } from 'vitest'
import { describeLoss } from '../../../../../src/renderer/features/people/describe-loss.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'
import type { TimelineEntry } from '../../../../../src/shared/domain/timeline.ts'
import { call } from '../../../../fakes/sample-records.ts'

beforeAll(() => startText())

it('counts what goes, notes of calls among the notes, and no gaps', () => {
  const entries: readonly TimelineEntry[] = [
    { kind: 'call', atMs: 0, call: call({ note: 'Wants a quote.' }) },
    { kind: 'call', atMs: 1, call: call() },
    { kind: 'note', atMs: 2, note: { id: 'n', address: '+1', body: 'Mornings.', atMs: 2 } },
    { kind: 'gap', atMs: 3, gap: { fromMs: 3, toMs: 4, reason: null } }
  ]
  expect(describeLoss(entries)).toContain('2 calls, 0 messages and 2 notes')
})
