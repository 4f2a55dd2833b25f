import type { Settings } from '../../../shared/domain/settings.ts'
import type { UpdateState, Updates } from '../../../shared/domain/updates.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Clock, Log, Updater, UpdateTrouble } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { nextUpdateState, type UpdateEvent } from './next-update-state.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** The start has more urgent things to do. */
const firstCheckMs = 30_000
const checkEveryMs = 6 * hourMs
const firstRetryMs = 5 * minuteMs
/** By how much a wait is longer or shorter than said, so that not all computers ask at once. */
const jitter = 0.1
const lookAgainMs = minuteMs
/** After a call there is a note to write. */
const quietForMs = 20_000

/**
 * Keeps the app new: looks, fetches, and puts in what it fetched, when the app ends or on the user's word. It does nothing during
 * a call of the user's or a dial, nothing where the settings (or the policy behind them) turn it off, and never interrupts.
 */
export interface UpdatesService {
  readonly current: LiveValue<Updates>
  checkNow(): Updates
  downloadNow(): Updates
  installNow(): Updates
  start(): void
  stop(): void
}

interface Dependencies {
  readonly updater: Updater
  readonly settings: Pick<LiveValue<Settings>, 'get' | 'watch'>
  readonly isBusy: Pick<LiveValue<boolean>, 'get' | 'watch'>
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  /** Spreads the checks of many computers; from 0 to 1. */
  readonly random?: (() => number) | undefined
}

export function createUpdatesService(dependencies: Dependencies): UpdatesService {
  const { updater, settings, isBusy, clock, log, t, random = Math.random } = dependencies
  const current = createLiveValue<Updates>({
    version: updater.version,
    unavailable: updater.unavailable,
    state: { kind: 'idle' },
    checkedAtMs: null,
    problem: null
  })
  let failures = 0
  /** Counts up when what is under way is of no interest any more. */
  let round = 0
  let cancelNext = (): void => undefined
  let cancelQuiet = (): void => undefined
  const stops: (() => void)[] = []

  const state = (): UpdateState => current.get().state
  const isOff = () => updater.unavailable !== null || settings.get().updates === 'off'

  function happen(event: UpdateEvent, change: Partial<Updates> = {}): void {
    const next = nextUpdateState(state(), event)
    current.set({ ...current.get(), ...change, state: next })
    tellUpdater()
  }

  /** Also an end of the app in the middle of a call puts nothing in. */
  function tellUpdater(): void {
    const isFetched = state().kind === 'ready' || state().kind === 'waiting'
    updater.setInstallOnQuit(isFetched && !isOff() && !isBusy.get())
  }

  function later(waitMs: number, task: () => void): void {
    cancelNext()
    cancelNext = clock.schedule(waitMs * (1 + jitter * (2 * random() - 1)), task)
  }

  function failedWith(trouble: UpdateTrouble, details: string): void {
    failures += 1
    log.warn('An update did not succeed', { step: state().kind, trouble, details })
    happen({ kind: 'failed' }, { problem: t(`updates.${trouble}`) })
    later(Math.min(firstRetryMs * 2 ** (failures - 1), checkEveryMs), goOn)
  }

  async function check(): Promise<void> {
    happen({ kind: 'check-began' })
    if (state().kind !== 'checking') return
    const thisRound = round
    const answer = await updater.check(settings.get().updateChannel)
    if (thisRound !== round) return
    if (!answer.ok) return failedWith(answer.trouble, answer.details)
    failures = 0
    const known = { checkedAtMs: clock.nowMs(), problem: null }
    if (answer.value === null) happen({ kind: 'nothing-newer' }, known)
    else happen({ kind: 'found', version: answer.value }, known)
    later(checkEveryMs, goOn)
    if (settings.get().updates === 'automatic') await download()
  }

  async function download(): Promise<void> {
    happen({ kind: 'download-began' })
    if (state().kind !== 'downloading') return
    const thisRound = round
    const answer = await updater.download((fraction) => {
      if (thisRound === round) happen({ kind: 'progressed', fraction })
    })
    if (thisRound !== round) return
    if (!answer.ok) return failedWith(answer.trouble, answer.details)
    failures = 0
    log.info('A newer version is ready', { state: state() })
    happen({ kind: 'fetched' }, { problem: null })
  }

  /** By itself, when it is time. */
  function goOn(): void {
    if (isOff()) return
    if (isBusy.get()) return later(lookAgainMs, goOn)
    later(checkEveryMs, goOn)
    void check()
  }

  function install(): void {
    if (state().kind !== 'installing') return
    log.info('The app ends for a newer version', { state: state() })
    updater.install()
  }

  function awaitQuiet(): void {
    cancelQuiet()
    cancelQuiet = (): void => undefined
    if (state().kind !== 'waiting' || isBusy.get()) return
    cancelQuiet = clock.schedule(quietForMs, () => {
      if (isBusy.get()) return
      happen({ kind: 'became-quiet' })
      install()
    })
  }

  /** Settings changed: what was found for others of them is dropped. */
  function follow(now: Settings, before: Settings): void {
    if (now.updates === before.updates && now.updateChannel === before.updateChannel) return
    const isOther = now.updateChannel !== before.updateChannel
    if (isOff() || isOther) {
      round += 1
      cancelNext()
      happen({ kind: 'dropped' }, { problem: null })
    }
    if (isOff()) return
    if (isOther || before.updates === 'off') later(0, goOn)
    else if (now.updates === 'automatic' && !isBusy.get()) void download()
  }

  return {
    current,
    checkNow() {
      if (!isOff()) void check()
      return current.get()
    },
    downloadNow() {
      if (!isOff()) void download()
      return current.get()
    },
    installNow() {
      if (isOff()) return current.get()
      happen({ kind: 'wanted', isBusy: isBusy.get() })
      install()
      return current.get()
    },
    start() {
      let before = settings.get()
      stops.push(
        settings.watch((now) => {
          const earlier = before
          before = now
          follow(now, earlier)
        }),
        isBusy.watch(() => {
          tellUpdater()
          awaitQuiet()
        })
      )
      // What an earlier run of the application wished is not what this one does.
      tellUpdater()
      if (!isOff()) later(firstCheckMs, goOn)
    },
    stop() {
      round += 1
      cancelNext()
      cancelQuiet()
      for (const stop of stops) stop()
    }
  }
}
