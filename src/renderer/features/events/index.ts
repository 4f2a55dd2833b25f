export { EventList } from './event-list.tsx'
export { EventReadingPane } from './event-reading-pane.tsx'
