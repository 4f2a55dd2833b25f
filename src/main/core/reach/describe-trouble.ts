import type { TunnelKind } from '../../../shared/domain/tunnel.ts'
import type { TunnelTrouble } from '../ports.ts'
import type { Translate } from '../translate.ts'

const programs: Readonly<Record<TunnelKind, string>> = {
  none: '',
  'own-url': '',
  'cloudflared-quick': 'cloudflared',
  'cloudflared-named': 'cloudflared',
  ngrok: 'ngrok',
  ssh: 'ssh',
  relay: ''
}
const longestDetail = 160

/** What is the matter with a tunnel, for people; where it was refused, with the program's own words, which say what of. */
export function describeTrouble(kind: TunnelKind, { code, detail }: TunnelTrouble, t: Translate): string {
  const reason = t(`reach.trouble.${code}`, { program: programs[kind] })
  if (detail === '' || (code !== 'refused' && code !== 'ended')) return reason
  return t('reach.troubleSaid', { reason, said: detail.slice(0, longestDetail) })
}
