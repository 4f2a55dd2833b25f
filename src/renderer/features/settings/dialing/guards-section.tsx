import { useRequest } from '../../../bridge/index.ts'
import { t } from '../../../text/text.ts'
import { Select } from '../../../ui/index.ts'
import { Row } from '../section.tsx'
import { Setting } from '../setting.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { DialedCountries } from './dialed-countries.tsx'

const guards = ['featureCodeGuard', 'premiumGuard', 'foreignGuard'] as const
const perMinute = [1, 2, 3, 5, 10, 15, 20, 30, 60]

/** What is dialed as any other number, what after one more question, what never, and how often. */
export function GuardsSection() {
  const settings = useRequest('settings:get-settings', {}).data
  return (
    <SettingsSection name="guards">
      {guards.map((guard) => (
        <Setting key={guard} name={guard}>
          {(chosen, change) => (
            <Row label={t(`settings.${guard}`)} hint={t(`settings.${guard}Hint`)}>
              <Select
                label={t(`settings.${guard}`)}
                value={chosen}
                options={[allow(), ask(), refuse()]}
                onChange={change}
              />
            </Row>
          )}
        </Setting>
      ))}
      {settings && settings.foreignGuard !== 'allow' && (
        <Setting name="dialedCountries">
          {(countries, change) => (
            <DialedCountries countries={countries} ownCountry={settings.region} onChange={change} />
          )}
        </Setting>
      )}
      <Setting name="emergencyGuard">
        {(chosen, change) => (
          <Row label={t('settings.emergencyGuard')} hint={t('settings.emergencyGuardHint')}>
            <Select
              label={t('settings.emergencyGuard')}
              value={chosen}
              options={[ask(), refuse()]}
              onChange={change}
            />
          </Row>
        )}
      </Setting>
      <Setting name="dialsPerMinute">
        {(chosen, change) => (
          <Row label={t('settings.dialsPerMinute')} hint={t('settings.dialsPerMinuteHint')}>
            <Select
              label={t('settings.dialsPerMinute')}
              value={String(chosen)}
              options={ratesWith(chosen).map((count) => ({
                value: String(count),
                label: t('settings.calls', { count })
              }))}
              onChange={(count) => change(Number(count))}
            />
          </Row>
        )}
      </Setting>
    </SettingsSection>
  )
}

const ratesWith = (chosen: number): readonly number[] =>
  [...new Set([...perMinute, chosen])].toSorted((one, other) => one - other)

const allow = () => ({ value: 'allow', label: t('settings.guardAllow') }) as const
const ask = () => ({ value: 'ask', label: t('settings.guardAsk') }) as const
const refuse = () => ({ value: 'refuse', label: t('settings.guardRefuse') }) as const
