import type { UpdateState, Updates } from '../../src/shared/domain/updates.ts'
import type { Answers, ScriptedBridge } from './scripted-bridge.ts'

export const updatesWith = (state: UpdateState, rest: Partial<Updates> = {}): Updates => ({
  version: '1.4.2',
  unavailable: null,
  state,
  checkedAtMs: null,
  problem: null,
  ...rest
})

/** Updates that come as soon as they are asked for. */
export function scriptedUpdates(
  emit: ScriptedBridge['emit'],
  first: Updates = updatesWith({ kind: 'idle' })
) {
  let updates = first
  const become = (next: Updates) => {
    updates = next
    emit('updates:updates-changed', next)
    return next
  }
  const inState = (state: UpdateState) => () => become({ ...updates, state, problem: null })
  return {
    'updates:get-updates': () => updates,
    'updates:check-now': inState({ kind: 'available', version: '1.5.0' }),
    'updates:download-now': inState({ kind: 'ready', version: '1.5.0' }),
    'updates:install-now': inState({ kind: 'installing', version: '1.5.0' })
  } satisfies Partial<Answers>
}
