import { policySchema } from '../../domain/policy.ts'
import { nothing } from './pieces.ts'

/** What this computer's administrator has settled; read when the application is put together, and the same until it ends. */
export const policyContract = {
  'policy:get-policy': { args: nothing, result: policySchema }
} as const
