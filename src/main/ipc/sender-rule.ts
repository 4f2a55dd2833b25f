/** The origin of every page that belongs to the app. */
export const pageOrigin = 'app://v360'

/** What the rule reads of Electron's IpcMainInvokeEvent. */
export interface Sender {
  readonly sender: { readonly id: number }
  readonly senderFrame: {
    readonly detached: boolean
    readonly parent: unknown
    readonly origin: string
  } | null
}

/**
 * Whether a message comes from the top frame of a page of ours, in a window of ours. To be asked before any await: a frame may
 * navigate elsewhere in the meantime.
 */
export function isTrustedSender(
  { sender, senderFrame }: Sender,
  isOurWindow: (webContentsId: number) => boolean
): boolean {
  return (
    senderFrame !== null &&
    !senderFrame.detached &&
    senderFrame.parent === null &&
    senderFrame.origin === pageOrigin &&
    isOurWindow(sender.id)
  )
}
