import { describe, expect, test } from 'vitest'
import type { Application } from '../../../src/main/core/application.ts'
import { createLiveValue } from '../../../src/main/core/live-value.ts'
import { runApplications } from '../../../src/main/run-applications.ts'
import { unknownReach } from '../../../src/shared/domain/reach.ts'
import type { Start } from '../../../src/shared/domain/start.ts'
import { settled } from '../../fakes/manual-clock.ts'

function setUp() {
  const story: string[] = []
  let count = 0
  const now = () => Promise.resolve()
  /** How long each takes, or how it fails. */
  const taking = { compose: now, start: now, stop: now }
  const compose = async (): Promise<Application> => {
    await taking.compose()
    count += 1
    const name = `run ${count}`
    story.push(`${name} composed`)
    return {
      start: () => taking.start().then(() => void story.push(`${name} started`)),
      stop: () => taking.stop().then(() => void story.push(`${name} stopped`)),
      answer: () => Promise.resolve({ ok: true, value: name }),
      reach: () => ({ ...unknownReach, reason: name }),
      proposeDialFromClipboard: () => Promise.resolve(),
      cancelDial: () => undefined,
      openFromOutside: () => undefined,
      stayQuietUntil: () => undefined
    }
  }
  const start = createLiveValue<Start>({ stage: 'opening' })
  const stages: Start['stage'][] = []
  start.watch(({ stage }) => stages.push(stage))
  return {
    ...runApplications({ start, compose }),
    start,
    stages,
    story,
    taking
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
    const { application, restart, start, taking } = setUp()
    await application.start()
    taking.compose = () => Promise.reject(new Error('The disk is gone'))
    await expect(restart()).rejects.toThrow('The disk is gone')
    expect(start.get()).toEqual({ stage: 'failed', message: 'The disk is gone' })
  })

  test('one that is restarted while it starts is stopped once it has', async () => {
    const { application, restart, taking, story } = setUp()
    const first = Promise.withResolvers<void>()
    taking.start = () => first.promise
    const started = application.start()
    await application.answer('session:get-session', {})
    const done = restart(async () => void story.push('nothing runs'))
    await settled()
    expect(story).toEqual(['run 1 composed'])
    first.resolve()
    await Promise.all([started, done])
    expect(story).toEqual([
      'run 1 composed',
      'run 1 started',
      'run 1 stopped',
      'nothing runs',
      'run 2 composed',
      'run 2 started'
    ])
  })

  test('the process ends while one still waits to be started, which is stopped all the same', async () => {
    const { application, start, taking, story } = setUp()
    taking.start = () => new Promise(() => {})
    const started = application.start()
    await application.answer('session:get-session', {})
    await application.stop()
    await started
    expect(story).toEqual(['run 1 composed', 'run 1 stopped'])
    expect(start.get()).toEqual({ stage: 'opening' })
  })

  test('one whose start fails is stopped all the same, and the next is made', async () => {
    const { application, restart, taking, story, start } = setUp()
    taking.start = () => Promise.reject(new Error('The port is taken'))
    await expect(application.start()).rejects.toThrow('The port is taken')
    taking.start = () => Promise.resolve()
    await restart()
    expect(story).toEqual(['run 1 composed', 'run 1 stopped', 'run 2 composed', 'run 2 started'])
    expect(start.get()).toEqual({ stage: 'running', run: 2 })
  })

  test('a restart while the first is put together waits for it: there are never two', async () => {
    const { application, restart, taking, story } = setUp()
    const composed = Promise.withResolvers<void>()
    taking.compose = () => composed.promise
    const restarted = Promise.all([application.start(), restart()])
    await settled()
    composed.resolve()
    await restarted
    expect(story).toEqual([
      'run 1 composed',
      'run 1 started',
      'run 1 stopped',
      'run 2 composed',
      'run 2 started'
    ])
  })

  test('the process ends no sooner than an application that is being stopped has, and makes no other', async () => {
    const { application, restart, taking, story } = setUp()
    await application.start()
    const stopped = Promise.withResolvers<void>()
    taking.stop = () => stopped.promise
    const restarted = restart()
    const second = restart(async () => void story.push('done too late'))
    await settled()
    const ended = application.stop().then(() => story.push('the end'))
    await settled()
    stopped.resolve()
    await Promise.all([ended, restarted, second])
    expect(story).toEqual(['run 1 composed', 'run 1 started', 'run 1 stopped', 'the end'])
  })

  test('the process ends while one still waits to be put together, which is then not started any more', async () => {
    const { application, taking, story } = setUp()
    const composed = Promise.withResolvers<void>()
    taking.compose = () => composed.promise
    const starting = application.start()
    await settled()
    await application.stop()
    await starting
    composed.resolve()
    await settled()
    expect(story).toEqual(['run 1 composed', 'run 1 stopped'])
  })
})
