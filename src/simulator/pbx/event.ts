import type { EventName } from '../../shared/domain/event-name.ts'

export type EventMetadata = Readonly<Record<string, string | number>>

/** Something that happened in the office, before it becomes a webhook. */
export interface PbxEvent {
  readonly name: EventName
  readonly atMs: number
  readonly metadata: EventMetadata
}

export type EmitEvent = (event: PbxEvent) => void
