import type { TunnelKind } from '../../../shared/domain/tunnel.ts'

/** Whether a way does not open without a secret: the named tunnel's token, ngrok's authtoken. */
export const needsSecret = (kind: TunnelKind): boolean => kind === 'cloudflared-named' || kind === 'ngrok'

/** Under what name it is in the keychain. */
export const tunnelSecretName = (kind: TunnelKind): string => `tunnel-secret:${kind}`
