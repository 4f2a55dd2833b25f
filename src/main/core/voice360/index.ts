export { type ApiFailure, type ApiResult, describeApiFailure, mayHaveHappened } from './api-failure.ts'
export { type BudgetSubject, createReadBudget, type ReadBudget } from './read-budget.ts'
export type {
  ApiAvailability,
  ApiChannel,
  ApiNumber,
  ApiProfile,
  ApiQueueAvailability,
  ApiQueueDetails
} from './schemas.ts'
export { type ApiKeys, createVoice360Api, type Voice360Api } from './voice360-api.ts'
