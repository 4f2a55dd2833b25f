import { useCallback, useEffect, useRef } from 'react'
import type { Draft } from '../../../shared/domain/message.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'
import {
  emptyDraft,
  givenToStore,
  notStored,
  sentBack,
  sentOff,
  stored,
  told,
  useUiState,
  withBody,
  withLine,
  written
} from '../../ui-state/index.ts'

const pauseMs = 400
const pauseAfterFailureMs = 5_000
const newIntentId = () => crypto.randomUUID()

/** The unsent message to `address`: kept by the main process a moment after typing stops, and at once where it is left. */
export function useDraft(address: string) {
  const bridge = useBridge()
  const kept = useRequest('messages:list-drafts', {})
  const copy = useUiState(({ drafts }) => drafts[address])
  const changeDraft = useUiState((ui) => ui.changeDraft)
  const keptHere = kept.data?.find((it) => it.address === address)
  // Where it cannot be read, none is kept as far as is known.
  const isLoaded = kept.data !== undefined || kept.isError

  useEffect(() => {
    // Only what is told anew: an older answer, seen once more, must not come after what was stored since.
    if (isLoaded) changeDraft(address, (it) => told(it, keptHere, newIntentId))
  }, [address, changeDraft, isLoaded, keptHere])

  const isAskedAgain = useRef(false)
  const save = useCallback(async () => {
    // One at a time, so that an older one is neither stored nor told after a newer one.
    if (changeDraft(address, (it) => it).savingCount > 0) {
      isAskedAgain.current = true
      return
    }
    do {
      isAskedAgain.current = false
      const { isUnsaved, isKnown, draft } = changeDraft(address, (it) => it)
      if (!isUnsaved || !isKnown) return
      changeDraft(address, givenToStore)
      await bridge.request('messages:save-draft', { draft }).then(
        () => changeDraft(address, stored),
        () => changeDraft(address, (it) => notStored(it, draft))
      )
    } while (isAskedAgain.current)
  }, [address, bridge, changeDraft])

  const draft = copy?.draft
  const isUnsaved = copy?.isUnsaved ?? false
  const isKnown = copy?.isKnown ?? false
  const isSaving = copy !== undefined && copy.savingCount > 0
  const waitMs = copy?.hasFailed ? pauseAfterFailureMs : pauseMs
  useEffect(() => {
    if (!isUnsaved || !isKnown || isSaving || draft === undefined) return
    const timer = setTimeout(() => void save(), waitMs)
    return () => clearTimeout(timer)
  }, [draft, isUnsaved, isKnown, isSaving, waitMs, save])

  useEffect(() => {
    const saveNow = () => void save()
    window.addEventListener('pagehide', saveNow)
    return () => {
      window.removeEventListener('pagehide', saveNow)
      // Going to another person takes the field away without leaving it.
      saveNow()
    }
  }, [save])

  const change = (next: (draft: Draft) => Draft) => changeDraft(address, (it) => written(it, next(it.draft)))
  return {
    draft: draft ?? emptyDraft(address),
    /** False until it is known what is kept. */
    isReady: copy?.isKnown === true,
    setBody: (body: string) => change((it) => withBody(it, body, newIntentId)),
    setLine: (line: string) => change((it) => withLine(it, line, newIntentId)),
    save,
    /** `sent` is on its way out. */
    sendOff: (sent: Draft) => changeDraft(address, (it) => sentOff(it, sent)),
    /** `sent` did not go out, as far as is known. */
    sendBack: (sent: Draft) => changeDraft(address, (it) => sentBack(it, sent, newIntentId)),
    /** It was put by for later: what is kept of it is to go. */
    forget: () => {
      changeDraft(address, (it) => ({ ...it, isUnsaved: true }))
      return save()
    }
  }
}
