export { PersonPane } from './person-pane.tsx'
export { useParty } from './use-party.ts'
