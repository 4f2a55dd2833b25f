export { Row, Section } from './section.tsx'
export { SettingsScreen } from './settings-screen.tsx'
