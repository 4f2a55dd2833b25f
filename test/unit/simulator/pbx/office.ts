import { ManualClock } from '../../../../src/simulator/clock.ts'
import { Directory } from '../../../../src/simulator/pbx/directory.ts'
import type { PbxEvent } from '../../../../src/simulator/pbx/event.ts'
import { type Line, officePlan, type Queue, type User } from '../../../../src/simulator/pbx/office-plan.ts'
import { Switchboard } from '../../../../src/simulator/pbx/switchboard.ts'
import { TextMessages } from '../../../../src/simulator/pbx/text-messages.ts'
import { SeededRandom } from '../../../../src/simulator/seeded-random.ts'

/** The telephone system by itself, on a clock that the test moves, with the events that it emitted. */
export function office() {
  const clock = new ManualClock(0)
  const directory = new Directory(officePlan(12))
  const events: PbxEvent[] = []
  const emit = (event: PbxEvent) => void events.push(event)
  const random = new SeededRandom(1)
  const switchboard = new Switchboard({
    clock,
    random,
    directory,
    emit,
    timings: { initiateMs: 300, pickUpMs: 1_000, ringMs: 4_000, talkMs: 30_000 }
  })
  const messages = new TextMessages({
    clock,
    random,
    directory,
    emit,
    timings: { sentMs: 400, deliveredMs: 1_000 }
  })
  return {
    clock,
    directory,
    events,
    switchboard,
    messages,
    eventNames: () => events.map((event) => event.name)
  }
}

export function userWith(directory: Directory, extension: string): User {
  return found(directory.user(extension))
}

export function lineWith(directory: Directory, number: string): Line {
  return found(directory.line(number))
}

export function queueWith(directory: Directory, pk: number): Queue {
  return found(directory.queue(pk))
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the office plan has changed')
  return value
}
