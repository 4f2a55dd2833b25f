import { expect, test } from 'vitest'
import { lostOfStream } from '../../../../../src/main/core/team/lost-of-stream.ts'
import { samplePulse } from '../../../../fakes/sample-team.ts'

const pulse = (stream: Parameters<typeof samplePulse>[1], lastEventAtMs: number | null = null) => ({
  ...samplePulse(9_000, stream),
  lastEventAtMs
})

test.each([
  ['what is held goes back to where it was', 20, pulse({ firstSeq: 21 }), null],
  [
    'retention took what came next',
    20,
    pulse({ firstSeq: 22, firstAtMs: 5_000 }),
    { untilMs: 5_000, why: 'no-longer-kept' }
  ],
  [
    'retention took all there was, the last of the account at 6,000',
    20,
    pulse({ firstSeq: 41, firstAtMs: null }, 6_000),
    { untilMs: 6_000, why: 'no-longer-kept' }
  ],
  ['it is empty, and nothing was ever told', 20, pulse({ firstSeq: 41, firstAtMs: null }), null],
  ['it is followed for the first time', 0, pulse({}), { untilMs: 1_000, why: 'not-yet-kept' }],
  [
    'it is followed for the first time, long after it began',
    0,
    pulse({ firstSeq: 10, firstAtMs: 4_000 }),
    { untilMs: 4_000, why: 'no-longer-kept' }
  ]
])('where %s, that much is lost', (_case, position, said, lost) => {
  expect(lostOfStream(position, said)).toEqual(lost)
})
