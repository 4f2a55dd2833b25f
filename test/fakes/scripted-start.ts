import type { StartAtLoginState } from '../../src/shared/domain/start-at-login.ts'
import type { Answers } from './scripted-bridge.ts'

type StartAnswers = Pick<Answers, 'startup:get-start-at-login' | 'startup:set-start-at-login'>

export function scriptedStart(): StartAnswers {
  let state: StartAtLoginState = 'off'
  return {
    'startup:get-start-at-login': () => ({ state }),
    'startup:set-start-at-login': ({ isOn }) => {
      state = isOn ? 'on' : 'off'
      return { state }
    }
  }
}
