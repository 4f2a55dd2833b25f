export { digitPieces, digitsOf, typedDigitPieces, typedDigits } from './digits.ts'
export type { FoundPerson, FoundText } from './found.ts'
export { createSearchService, type SearchService } from './search-service.ts'
export { fold, hasWord, type TypedWord, typedWords, wordsOf } from './words.ts'
