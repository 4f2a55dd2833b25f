export { type ApiFailure, type ApiResult, describeApiFailure, mayHaveHappened } from './api-failure.ts'
export { createReadBudget, limitWindowMs, type ReadBudget } from './read-budget.ts'
export {
  type ApiAvailability,
  type ApiChannel,
  type ApiNumber,
  type ApiProfile,
  type ApiQueueAvailability,
  type ApiQueueDetails,
  availabilitiesSchema,
  queueAvailabilitiesSchema
} from './schemas.ts'
export { type ApiKeys, createVoice360Api, type Voice360Api } from './voice360-api.ts'
