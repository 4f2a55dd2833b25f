import type { Reach } from '../../shared/domain/reach.ts'
import type { WireAnswer } from '../../shared/ipc/bridge.ts'
import type { OutsideRequest } from './links/index.ts'

/** What every host, and nothing but a host, may ask of the running application. */
export interface Application {
  /** Opens the ledger, signs in with the keys that are kept, listens, polls. */
  start(): Promise<void>
  /** Stops polling and listening, finishes what is being written. */
  stop(): Promise<void>
  /** Answers one request of a page; never rejects. The host has already made sure that the page is one of ours. */
  readonly answer: (channel: string, args: unknown) => Promise<WireAnswer>
  /** Where webhooks get in. */
  reach(): Reach
  /** Shows a confirmation for the number on the clipboard, as the hotkey does. */
  proposeDialFromClipboard(): Promise<void>
  /** Puts the dial on show away, as far as it is not sent yet. */
  cancelDial(): void
  /** Shows what another program or the command line asks for; nothing is dialed or sent by it. */
  openFromOutside(requests: readonly OutsideRequest[]): void
  /** Shows nothing of calls and messages until then; null ends it. */
  stayQuietUntil(untilMs: number | null): void
}

/** Stops the application, does `meanwhile` while nothing runs, and puts the application together again. */
export type Restart = (meanwhile?: () => Promise<void>) => Promise<void>

/** The application in its folder, with a log that is there from the first moment. */
export interface OpenedApplication extends Application {
  /** Writes what nobody expected to the log. */
  noteFault(error: unknown): void
}
