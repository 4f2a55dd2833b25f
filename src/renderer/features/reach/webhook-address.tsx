import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../text/text.ts'
import { CopyButton, IconButton } from '../../ui/index.ts'
import { hideSecret } from './hide-secret.ts'
import styles from './webhook-address.module.css'

/** The address to enter in the portal: its secret hidden until it is asked for, copied whole in any case. */
export function WebhookAddress({ url }: { readonly url: string }) {
  const [isShown, setIsShown] = useState(false)
  return (
    <span className={styles.address}>
      <code>{isShown ? url : hideSecret(url)}</code>
      <IconButton
        label={t(isShown ? 'reach.coach.hideUrl' : 'reach.coach.showUrl')}
        icon={isShown ? <EyeOff size={16} /> : <Eye size={16} />}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
      />
      <CopyButton text={url} label={t('reach.coach.copyUrl')} />
    </span>
  )
}
