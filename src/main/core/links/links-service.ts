import type { Dial, DialSource } from '../../../shared/domain/dialing.ts'
import type { LinkHandlers, LinkScheme } from '../../../shared/domain/link.ts'
import { linkSchemes } from '../../../shared/domain/link.ts'
import type { DialingService } from '../dialing/index.ts'
import { plainText } from '../plain-text.ts'
import type { Clipboard, Clock, LinkRegistration, Log } from '../ports.ts'
import type { MessageOpener } from './message-opener.ts'
import type { OutsideRequest } from './outside-request.ts'
import { readLink } from './read-link.ts'

/** Links that follow each other faster than that come from no hand: only the first of them is answered. */
const stormGapMs = 1_000

/** tel:, callto: and sms: links, and who opens them on this system. They only ever propose: nothing is dialed or sent. */
export interface LinksService {
  /** Answers the first; while a dial is on show, none. */
  open(requests: readonly OutsideRequest[]): void
  handlers(): Promise<LinkHandlers>
  makeDefault(scheme: LinkScheme): Promise<LinkHandlers>
}

interface Dependencies {
  readonly dialing: Pick<DialingService, 'propose' | 'current'>
  readonly links: LinkRegistration
  readonly clipboard: Pick<Clipboard, 'readText'>
  readonly messageOpener: MessageOpener
  readonly showWindow: () => void
  readonly clock: Clock
  readonly log: Log
  /** For what nobody waits for. */
  readonly aside: (work: Promise<void>) => void
}

export function createLinksService(dependencies: Dependencies): LinksService {
  const { dialing, links, clipboard, messageOpener, showWindow, clock, log, aside } = dependencies
  let lastLinkAtMs = Number.NEGATIVE_INFINITY
  let isStormLogged = false

  const handlers = async (): Promise<LinkHandlers> => ({
    system: links.system,
    handlers: await Promise.all(
      linkSchemes.map(async (scheme) => ({ scheme, state: await links.stateOf(scheme) }))
    )
  })

  /** Says, where a dial is confirmed, that there is nothing to dial: in fixed words, with nothing of the link. */
  function refuse(): void {
    showWindow()
    dialing.propose('', 'link')
  }

  function openLink(url: string): void {
    const meaning = readLink(url)
    switch (meaning.kind) {
      case 'call':
        dialing.propose(plainText(url), 'link')
        break
      case 'write':
        if (!messageOpener.open(meaning.recipients, meaning.body)) refuse()
        break
      case 'unreadable':
        refuse()
    }
  }

  const proposeCopied = async (): Promise<void> =>
    void dialing.propose(await clipboard.readText(), 'command-line')

  function openOne(request: OutsideRequest): void {
    if (request.kind === 'link') openLink(request.url)
    else if (request.text === '') aside(proposeCopied())
    else dialing.propose(request.text, 'command-line')
  }

  /** The log is told once a storm, and of nothing that it holds. */
  function isPartOfStorm(): boolean {
    const isStorm = clock.nowMs() - lastLinkAtMs < stormGapMs
    lastLinkAtMs = clock.nowMs()
    if (isStorm && !isStormLogged) {
      log.warn('Links came faster than anyone opens them: only the first is answered')
    }
    isStormLogged = isStorm
    return isStorm
  }

  return {
    open(requests) {
      for (const request of requests) {
        // Dialing counts, for the user, what it leaves out while a dial is on show.
        const isOutOfTurn = request.kind === 'link' && isPartOfStorm()
        if (isBeingConfirmed(dialing.current.get())) dialing.propose('', sourceOf(request))
        else if (!isOutOfTurn) openOne(request)
      }
    },
    handlers,
    async makeDefault(scheme) {
      await links.makeDefault(scheme)
      return handlers()
    }
  }
}

const sourceOf = ({ kind }: OutsideRequest): DialSource => (kind === 'link' ? 'link' : 'command-line')

const isBeingConfirmed = (dial: Dial | null): boolean =>
  dial !== null && ['confirming', 'counting-down', 'placing'].includes(dial.state)
