export { ChangePassphrase } from './change-passphrase.tsx'
export { StartScreen } from './start-screen.tsx'
