import type { Message } from '../../../shared/domain/message.ts'
import type { MessageRecord } from './message-record.ts'

/** A message as the pages see it. */
export const describeMessage = ({
  id,
  threadId,
  direction,
  body,
  atMs,
  state,
  reason
}: MessageRecord): Message => ({ id, threadId, direction, body, atMs, state, reason })
