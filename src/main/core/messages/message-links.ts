import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Ledger, UrlOpener } from '../ports.ts'
import type { Translate } from '../translate.ts'

/** Opens what a message links to, when its reader asks for it. */
export interface MessageLinks {
  open(messageId: string, url: string): Promise<Outcome<{ readonly ok: true }>>
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'getMessage'>
  readonly urlOpener: UrlOpener
  readonly t: Translate
}

const webAddress = /^https?:\/\/[^\s\p{C}<>"]+$/iu
/** What follows an address that ends there: what ends a sentence, and then nothing that an address could go on with. */
const afterAddress = /^[.,;:!?'’”»)\]}…]*(?:[^!-~\p{L}\p{M}\p{N}]|[<>"|`{}\\^]|$)/u

export function createMessageLinks({ ledger, urlOpener, t }: Dependencies): MessageLinks {
  return {
    async open(messageId, url) {
      const message = await ledger.getMessage(messageId)
      if (!message || !hasLink(message.body, url)) return failed('no-such-link', t('messages.link.gone'))
      if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
        return failed('not-https', t('messages.link.notHttps'))
      }
      return (await urlOpener.open(url))
        ? succeeded({ ok: true })
        : failed('not-opened', t('messages.link.notOpened'))
    }
  }
}

/** Whether the whole of `url` stands in a text, not only the beginning of another address. */
function hasLink(body: string, url: string): boolean {
  if (!webAddress.test(url)) return false
  const [, ...afterEach] = body.split(url)
  return afterEach.some((after) => afterAddress.test(after))
}
