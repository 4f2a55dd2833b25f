import { expect, test } from 'vitest'
import { createLiveValue, createSignal } from '../../../../src/main/core/live-value.ts'

test('a value tells its watchers of each change, and of nothing else', () => {
  const heard: number[] = []
  const value = createLiveValue(1)
  const stop = value.watch((now) => heard.push(now))
  value.set(1)
  value.set(2)
  value.set(2)
  stop()
  value.set(3)
  expect(heard).toEqual([2])
  expect(value.get()).toBe(3)
})

test('a watcher reads the new value already', () => {
  const value = createLiveValue('before')
  let seen = ''
  value.watch(() => (seen = value.get()))
  value.set('after')
  expect(seen).toBe('after')
})

test('a signal tells all its watchers, each time', () => {
  const heard: string[] = []
  const signal = createSignal<string>()
  signal.watch((word) => heard.push(`a ${word}`))
  signal.watch((word) => heard.push(`b ${word}`))
  signal.emit('one')
  signal.emit('one')
  expect(heard).toEqual(['a one', 'b one', 'a one', 'b one'])
})
