import { fold } from '../search/index.ts'

/** What contacts are ordered by: the name without case and accents; who has none comes last. */
export const contactSortName = (name: string): string => (name === '' ? '\uffff' : fold(name))
