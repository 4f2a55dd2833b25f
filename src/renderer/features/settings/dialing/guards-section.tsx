import type { DialGuard } from '../../../../shared/domain/dialing.ts'
import type { Settings } from '../../../../shared/domain/settings.ts'
import { t } from '../../../text/text.ts'
import { Select } from '../../../ui/index.ts'
import { Row, Section } from '../section.tsx'
import { DialedCountries } from './dialed-countries.tsx'

interface GuardsSectionProps {
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

const guards = ['featureCodeGuard', 'premiumGuard', 'foreignGuard'] as const
const perMinute = [1, 2, 3, 5, 10, 15, 20, 30, 60]

/** What is dialed as any other number, what after one more question, what never, and how often. */
export function GuardsSection({ settings, onChange }: GuardsSectionProps) {
  const rates = [...new Set([...perMinute, settings.dialsPerMinute])].toSorted((one, other) => one - other)
  return (
    <Section title={t('settings.guards')}>
      {guards.map((guard) => (
        <Row key={guard} label={t(`settings.${guard}`)} hint={t(`settings.${guard}Hint`)}>
          <Select
            label={t(`settings.${guard}`)}
            value={settings[guard]}
            options={[allow(), ask(), refuse()]}
            onChange={(chosen: DialGuard) => onChange({ [guard]: chosen })}
          />
        </Row>
      ))}
      {settings.foreignGuard !== 'allow' && (
        <DialedCountries
          countries={settings.dialedCountries}
          ownCountry={settings.region}
          onChange={(dialedCountries) => onChange({ dialedCountries })}
        />
      )}
      <Row label={t('settings.emergencyGuard')} hint={t('settings.emergencyGuardHint')}>
        <Select
          label={t('settings.emergencyGuard')}
          value={settings.emergencyGuard}
          options={[ask(), refuse()]}
          onChange={(emergencyGuard) => onChange({ emergencyGuard })}
        />
      </Row>
      <Row label={t('settings.dialsPerMinute')} hint={t('settings.dialsPerMinuteHint')}>
        <Select
          label={t('settings.dialsPerMinute')}
          value={String(settings.dialsPerMinute)}
          options={rates.map((count) => ({ value: String(count), label: t('settings.calls', { count }) }))}
          onChange={(count) => onChange({ dialsPerMinute: Number(count) })}
        />
      </Row>
    </Section>
  )
}

const allow = () => ({ value: 'allow', label: t('settings.guardAllow') }) as const
const ask = () => ({ value: 'ask', label: t('settings.guardAsk') }) as const
const refuse = () => ({ value: 'refuse', label: t('settings.guardRefuse') }) as const
