import { assertNever } from '../../../shared/assert-never.ts'
import type { UpdateState, Updates } from '../../../shared/domain/updates.ts'
import { useCommand, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Button, Loaded, ProgressBar, Select } from '../../ui/index.ts'
import { Row } from './section.tsx'
import { Setting } from './setting.tsx'
import { SettingsSection } from './settings-section.tsx'
import styles from './updates-section.module.css'

/** Which version this is, whether there is a newer one, and how the app comes to it. */
export function UpdatesSection() {
  const query = useRequest('updates:get-updates', {})
  return (
    <SettingsSection name="updates">
      <Loaded query={query} rows={2}>
        {(updates) =>
          updates.unavailable === null ? (
            <>
              <Standing updates={updates} />
              <Choices />
            </>
          ) : (
            <Row
              label={t('updates.version', { version: updates.version })}
              hint={t(`updates.unavailable.${updates.unavailable}`)}
            >
              {null}
            </Row>
          )
        }
      </Loaded>
    </SettingsSection>
  )
}

/** The version, what is known of a newer one, and the one thing to do about it. */
function Standing({ updates }: { readonly updates: Updates }) {
  const { version, state, checkedAtMs, problem } = updates
  const isOff = useRequest('settings:get-settings', {}).data?.updates === 'off'
  return (
    <div>
      <Row label={t('updates.version', { version })}>{!isOff && <NextStep state={state} />}</Row>
      <div className={styles.standing}>
        <output>
          {isOff ? t('updates.isOff') : wordsOf(state, checkedAtMs)}
          {problem !== null && !isOff && (
            <span className={styles.problem}>{t('updates.failed', { reason: problem })}</span>
          )}
        </output>
        {state.kind === 'downloading' && (
          <ProgressBar
            label={t('updates.downloading', { version: state.version })}
            doneCount={Math.round(state.fraction * 100)}
            totalCount={100}
          />
        )}
        {checkedAtMs !== null && !isOff && (
          <p>
            {t('updates.checkedAt')} <Moment atMs={checkedAtMs} />
          </p>
        )}
      </div>
    </div>
  )
}

function NextStep({ state }: { readonly state: UpdateState }) {
  const check = useCommand('updates:check-now')
  const download = useCommand('updates:download-now')
  const install = useCommand('updates:install-now')
  switch (state.kind) {
    case 'idle':
    case 'checking':
      return (
        <Button aria-disabled={state.kind === 'checking'} onClick={() => check.mutate({})}>
          {t('updates.check')}
        </Button>
      )
    case 'available':
      return <Button onClick={() => download.mutate({})}>{t('updates.download')}</Button>
    case 'ready':
      return (
        <Button kind="primary" onClick={() => install.mutate({})}>
          {t('updates.install')}
        </Button>
      )
    case 'downloading':
    case 'waiting':
    case 'installing':
      return null
    default:
      return assertNever(state)
  }
}

function Choices() {
  return (
    <>
      <Setting name="updates">
        {(mode, change) => (
          <Row label={t('updates.mode')} hint={t('updates.modeHint')}>
            <Select
              label={t('updates.mode')}
              value={mode}
              options={[
                { value: 'automatic', label: t('updates.automatic') },
                { value: 'ask', label: t('updates.ask') },
                { value: 'off', label: t('updates.off') }
              ]}
              onChange={change}
            />
          </Row>
        )}
      </Setting>
      <Setting name="updateChannel">
        {(channel, change) => (
          <Row label={t('updates.channel')} hint={t('updates.channelHint')}>
            <Select
              label={t('updates.channel')}
              value={channel}
              options={[
                { value: 'latest', label: t('updates.latest') },
                { value: 'beta', label: t('updates.beta') }
              ]}
              onChange={change}
            />
          </Row>
        )}
      </Setting>
    </>
  )
}

function wordsOf(state: UpdateState, checkedAtMs: number | null): string {
  if (state.kind === 'idle') return t(checkedAtMs === null ? 'updates.idle' : 'updates.upToDate')
  if (state.kind === 'checking') return t('updates.checking')
  return t(`updates.${state.kind}`, { version: state.version })
}
