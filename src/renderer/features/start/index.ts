export { SecretsPlaceActions } from './secrets-place.tsx'
export { StartScreen } from './start-screen.tsx'
