export { KeyForm } from './key-form.tsx'
export { SetupScreen } from './setup-screen.tsx'
