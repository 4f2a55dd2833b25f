import type { Thread } from '../../../shared/domain/message.ts'
import { plainText } from '../plain-text.ts'
import type { Notifier } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { Drafts } from './drafts.ts'
import type { MessagesService } from './messages-service.ts'

interface Dependencies {
  readonly messages: Pick<MessagesService, 'send' | 'markThread'>
  readonly drafts: Pick<Drafts, 'list' | 'save'>
  readonly notifier: Notifier
  readonly showPerson: (address: string) => void
  readonly newId: () => string
  readonly t: Translate
}

/** Sends an answer from a notification; whoever wrote it there sees no page, and is told if it was not accepted. */
export function createNotificationReply(dependencies: Dependencies) {
  const { messages, drafts, notifier, showPerson, newId, t } = dependencies

  /** It is added to what is being written to that number already. */
  async function keepAsDraft({ other, line }: Thread, body: string): Promise<void> {
    const before = (await drafts.list()).find(({ address }) => address === other.address)
    const joined = before === undefined ? body : `${before.body}\n${body}`
    await drafts.save({
      address: other.address,
      body: joined,
      line: before?.line ?? line.address,
      intentId: newId(),
      wasTried: false
    })
  }

  function tell({ other }: Thread, title: string, reason: string | null): void {
    notifier.notify({
      title,
      body: plainText(reason ?? ''),
      onActivate: () => showPerson(other.address)
    })
  }

  return async function reply(thread: Thread, intentId: string, text: string): Promise<void> {
    const body = text.trim()
    if (body === '') return
    const name = plainText(thread.other.name ?? thread.other.display)
    const sent = await messages
      .send({ intentId, line: thread.line.address, to: thread.other.address, body, isDespiteStop: false })
      .catch(() => null)
    if (sent?.ok && sent.value.state === 'unknown') {
      // It is in the thread, to be looked at there; as a draft it would soon be sent twice.
      tell(thread, t('notification.replyMaybeSent', { name }), sent.value.reason)
    } else if (sent?.ok && sent.value.state !== 'refused') {
      await messages.markThread(thread.id, { isRead: true })
    } else {
      const reason = sent?.ok ? sent.value.reason : (sent?.failure.message ?? t('api.notWrittenDown'))
      await keepAsDraft(thread, body).finally(() =>
        tell(thread, t('notification.replyNotSent', { name }), reason)
      )
    }
  }
}
