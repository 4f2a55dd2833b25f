import { describe, expect, test } from 'vitest'
import type { Application } from '../../../src/main/core/application.ts'
import { createLiveValue } from '../../../src/main/core/live-value.ts'
import { runApplications } from '../../../src/main/run-applications.ts'
import { unknownReach } from '../../../src/shared/domain/reach.ts'
import type { Start } from '../../../src/shared/domain/start.ts'

function setUp() {
  const story: string[] = []
  let count = 0
  let failure: Error | null = null
  const compose = (): Promise<Application> => {
    if (failure) return Promise.reject(failure)
    count += 1
    const name = `run ${count}`
    story.push(`${name} composed`)
    return Promise.resolve({
      start: () => Promise.resolve(void story.push(`${name} started`)),
      stop: () => Promise.resolve(void story.push(`${name} stopped`)),
      answer: () => Promise.resolve({ ok: true, value: name }),
      reach: () => ({ ...unknownReach, reason: name }),
      proposeDialFromClipboard: () => Promise.resolve(),
      cancelDial: () => undefined,
      openFromOutside: () => undefined,
      stayQuietUntil: () => undefined
    })
  }
  const start = createLiveValue<Start>({ stage: 'opening' })
  const stages: Start['stage'][] = []
  start.watch(({ stage }) => stages.push(stage))
  return {
    ...runApplications({ start, compose }),
    start,
    stages,
    story,
    failWith: (error: Error) => {
      failure = error
    }
  }
}

describe('one application after another', () => {
  test('what is asked before the first runs, and while the next is made, waits for it', async () => {
    const { application, restart, start, stages, story } = setUp()
    const early = application.answer('session:get-session', {})
    await application.start()
    await expect(early).resolves.toEqual({ ok: true, value: 'run 1' })
    let between: Promise<unknown> = Promise.resolve()
    await restart(async () => {
      story.push('nothing runs')
      between = application.answer('session:get-session', {})
    })
    await expect(between).resolves.toEqual({ ok: true, value: 'run 2' })
    expect(story).toEqual([
      'run 1 composed',
      'run 1 started',
      'run 1 stopped',
      'nothing runs',
      'run 2 composed',
      'run 2 started'
    ])
    expect(stages).toEqual(['running', 'opening', 'running'])
    expect(start.get()).toEqual({ stage: 'running', run: 2 })
    expect(application.reach().reason).toBe('run 2')
  })

  test('two restarts at once are one after the other', async () => {
    const { application, restart, story } = setUp()
    await application.start()
    await Promise.all([restart(), restart()])
    expect(story.filter((line) => line.endsWith('stopped'))).toEqual(['run 1 stopped', 'run 2 stopped'])
    expect(story.at(-1)).toBe('run 3 started')
  })

  test('where what is done meanwhile fails, the application comes back and the caller is told', async () => {
    const { application, restart, start } = setUp()
    await application.start()
    await expect(restart(() => Promise.reject(new Error('no space')))).rejects.toThrow('no space')
    expect(start.get()).toEqual({ stage: 'running', run: 2 })
  })

  test('one that cannot be made again says why', async () => {
    const { application, restart, start, failWith } = setUp()
    await application.start()
    failWith(new Error('The disk is gone'))
    await expect(restart()).rejects.toThrow('The disk is gone')
    expect(start.get()).toEqual({ stage: 'failed', message: 'The disk is gone' })
  })

  test('nothing is started any more once the process ends', async () => {
    const { application, story } = setUp()
    const starting = application.start()
    await application.stop()
    await starting
    expect(story).toEqual(['run 1 composed', 'run 1 stopped'])
  })
})
