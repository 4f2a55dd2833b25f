export { LockMark } from './lock-mark.tsx'
export { Row, Section } from './section.tsx'
export { Setting } from './setting.tsx'
export { SettingsScreen } from './settings-screen.tsx'
