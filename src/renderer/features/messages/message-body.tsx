import { useMemo } from 'react'
import type { Message } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { CopyButton } from '../../ui/index.ts'
import { bodyParts } from './body-parts.ts'
import styles from './message-body.module.css'
import { MessageLink } from './message-link.tsx'

/** What a message says, as inert text: an address in it is opened only after asking, or copied. */
export function MessageBody({ message }: { readonly message: Message }) {
  const parts = useMemo(() => bodyParts(message.body), [message.body])
  return (
    <p className={styles.body} dir="auto">
      {parts.map((part) => {
        switch (part.kind) {
          case 'text':
            return part.text
          case 'link':
            return <MessageLink key={part.at} messageId={message.id} {...part} />
          case 'address':
            return (
              <span key={part.at} className={styles.address}>
                <bdi>{part.text}</bdi>
                <CopyButton label={t('threads.copyAddress')} text={part.text} />
              </span>
            )
        }
      })}
    </p>
  )
}
