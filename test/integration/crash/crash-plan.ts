import { type Draft, threadIdOf } from '../../../src/shared/domain/message.ts'

/** Where the app is killed; the simulator has a request and has not answered where the test itself holds the answer. */
export type CrashPoint =
  | 'before the intent is written'
  | 'before the request'
  | 'before the outcome is written'
  | 'after the outcome is written'

export type Action =
  | 'send twice at once'
  | 'send at a time'
  | 'send three parts'
  | 'send again'
  | 'send what is held'
  | 'dial twice at once'
  | 'dial again'

/** What the app says to the test, a line each. */
export type Report =
  | { readonly kind: 'reached' }
  | {
      readonly kind: 'seen'
      readonly messages: readonly string[]
      readonly held: readonly string[]
      readonly drafts: readonly string[]
      /** Whom the history says were called. */
      readonly calls: readonly string[]
      /** What had to be agreed to before it dialed. */
      readonly asked: readonly string[]
    }

export const line = '+15559876543'
export const to = '+12125550123'
export const threadId = threadIdOf(line, to)
export const ids = [
  '3f9b0f6e-6d0f-4b6e-9d51-0c6d2a1f7a11',
  '3f9b0f6e-6d0f-4b6e-9d51-0c6d2a1f7a12',
  '3f9b0f6e-6d0f-4b6e-9d51-0c6d2a1f7a13'
] as const
export const draft: Draft = { address: to, body: 'One', line, intentId: ids[0], wasTried: false }
