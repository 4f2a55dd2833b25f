export { KeysRecorder } from './keys-recorder.tsx'
export { showKeys } from './show-keys.ts'
