import { createLiveValue, type LiveValue } from '../../src/main/core/live-value.ts'
import type { FollowedStream, StreamFollower } from '../../src/main/core/team/stream-follower.ts'

/** A follower that does what the test says. */
export interface ScriptedFollower extends StreamFollower {
  readonly given: FollowedStream
  readonly isCaughtUp: LiveValue<boolean>
  readonly state: () => 'new' | 'started' | 'stopped'
}

export function scriptedFollowers() {
  const created: ScriptedFollower[] = []
  return {
    created,
    latest(): ScriptedFollower {
      const last = created.at(-1)
      if (last === undefined) throw new Error('No stream is followed')
      return last
    },
    follow: (given: FollowedStream): StreamFollower => {
      let state: ReturnType<ScriptedFollower['state']> = 'new'
      const follower: ScriptedFollower = {
        given,
        isCaughtUp: createLiveValue(false),
        state: () => state,
        start() {
          state = 'started'
        },
        stop() {
          state = 'stopped'
        }
      }
      created.push(follower)
      return follower
    }
  }
}
