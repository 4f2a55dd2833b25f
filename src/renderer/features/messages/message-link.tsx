import { useState } from 'react'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, CopyButton, Modal } from '../../ui/index.ts'
import type { LinkHost } from './body-parts.ts'
import styles from './message-link.module.css'

interface MessageLinkProps {
  readonly messageId: string
  readonly text: string
  readonly url: string
  readonly host: LinkHost
}

/** A web address in a message: a button, so that nothing but its question can lead away from the page. */
export function MessageLink(props: MessageLinkProps) {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <button type="button" className={styles.link} onClick={() => setIsAsking(true)}>
        <bdi>{props.text}</bdi>
      </button>
      {isAsking && <LinkQuestion {...props} onClose={() => setIsAsking(false)} />}
    </>
  )
}

/** Shows where an address really leads before it is opened in the user's browser. */
function LinkQuestion({
  messageId,
  url,
  host,
  onClose
}: MessageLinkProps & { readonly onClose: () => void }) {
  const bridge = useBridge()
  const [problem, setProblem] = useState<string | null>(null)
  const isInBrowser = useRequest('session:get-host', {}).data?.name === 'browser'
  const open = async () => {
    setProblem(null)
    // A page in a browser opens another itself; in the desktop app no page can. What is a link is https: see `bodyParts`.
    if (isInBrowser) {
      window.open(url, '_blank', 'noopener,noreferrer')
      return onClose()
    }
    const failure = await bridge.request('messages:open-link', { messageId, url }).then(
      (outcome) => (outcome.ok ? null : outcome.failure.message),
      (error: unknown) => (error instanceof Error ? error.message : String(error))
    )
    if (failure === null) onClose()
    else setProblem(t('threads.notOpened', { reason: failure }))
  }
  return (
    <Modal label={t('threads.openTitle')} isOpen onClose={onClose}>
      <div className={styles.question}>
        <h2>{t('threads.openTitle')}</h2>
        <p>{t('threads.openText')}</p>
        <p className={styles.host}>
          <bdi dir="ltr">{host.ascii}</bdi>
        </p>
        {host.unicode !== null && (
          <Banner kind="warning">{t('threads.lookAlike', { host: host.unicode })}</Banner>
        )}
        <p className={styles.url}>
          <bdi dir="ltr">{url}</bdi>
        </p>
        {problem !== null && <Banner kind="error">{problem}</Banner>}
        <div className={styles.actions}>
          <CopyButton label={t('threads.copyAddress')} text={url} />
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" onClick={() => void open()}>
            {t('threads.open')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
