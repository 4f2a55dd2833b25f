import { maxMessageLength } from '../../../shared/domain/message.ts'

/** How many characters may still be written; negative where there are too many. Counted as JavaScript counts them, as the limit is. */
export const charactersLeft = (body: string): number => maxMessageLength - body.length
