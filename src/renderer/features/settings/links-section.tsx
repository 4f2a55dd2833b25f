import { Check } from 'lucide-react'
import { useEffect } from 'react'
import type { LinkHandler } from '../../../shared/domain/link.ts'
import { useCommand, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Loaded } from '../../ui/index.ts'
import styles from './links-section.module.css'
import { Row } from './section.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Who opens links to call and to write on this system, and how this app comes to do it. */
export function LinksSection() {
  const query = useRequest('links:get-handlers', {}, { shouldAskAgain: true })
  const { refetch } = query
  const makeDefault = useCommand('links:make-default')
  useEffect(() => {
    // Where the system leaves the choice to the user, it is made in another window.
    const look = () => void refetch()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [refetch])

  return (
    <SettingsSection name="links">
      <Loaded query={query} rows={3}>
        {({ handlers, system }) => (
          <>
            {makeDefault.error && (
              <Banner kind="error">{t('links.failed', { reason: makeDefault.error.message })}</Banner>
            )}
            {system !== 'browser' &&
              handlers.map((handler) => (
                <LinkRow
                  key={handler.scheme}
                  handler={handler}
                  isPending={makeDefault.isPending}
                  onMakeDefault={() =>
                    makeDefault.mutate({ scheme: handler.scheme }, { onSuccess: () => void refetch() })
                  }
                />
              ))}
            <p className={styles.note}>{t(`links.howTo.${system}`)}</p>
          </>
        )}
      </Loaded>
    </SettingsSection>
  )
}

interface LinkRowProps {
  readonly handler: LinkHandler
  readonly isPending: boolean
  readonly onMakeDefault: () => void
}

function LinkRow({ handler: { scheme, state }, isPending, onMakeDefault }: LinkRowProps) {
  const label = t(`links.${scheme}`)
  return (
    <Row label={label} hint={t(`links.${state}`)}>
      {state === 'this-app' && (
        <span className={styles.ours}>
          <Check size={15} aria-hidden="true" />
          {t('links.isDefault')}
        </span>
      )}
      {state === 'another' && (
        <Button
          aria-label={t('links.makeDefaultFor', { links: label })}
          aria-disabled={isPending}
          onClick={() => !isPending && onMakeDefault()}
        >
          {t('links.makeDefault')}
        </Button>
      )}
    </Row>
  )
}
