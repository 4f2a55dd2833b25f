import type { Hotkey } from '../../../shared/domain/hotkey.ts'
import type { GlobalShortcuts } from '../ports.ts'
import { acceleratorNames, isTakeable } from './accelerator-names.ts'

type Shortcut = Parameters<GlobalShortcuts['register']>[0][number]

/**
 * Registers `shortcuts` in the place of those before, each keys once: what wants the keys of one before it is told that they are
 * `taken`, whatever the system would make of that. Keys that must stay everyone's are `invalid`, and the system never hears of
 * them.
 */
export function registerOnce(
  system: Pick<GlobalShortcuts, 'register'>,
  shortcuts: readonly Shortcut[]
): readonly Hotkey['state'][] {
  const read = shortcuts.map((shortcut) => {
    const names = acceleratorNames(shortcut.accelerator)
    return { shortcut, keys: names.join('+'), isTakeable: isTakeable(names) }
  })
  const firstOf = (wanted: string) => read.findIndex(({ keys }) => keys === wanted)
  const asked = read.filter((it, index) => it.isTakeable && firstOf(it.keys) === index)
  const states = system.register(asked.map(({ shortcut }) => shortcut))
  return read.map((it, index) => {
    if (!it.isTakeable) return 'invalid'
    const state = states[asked.findIndex(({ keys }) => keys === it.keys)] ?? 'unavailable'
    return state === 'registered' && firstOf(it.keys) !== index ? 'taken' : state
  })
}
